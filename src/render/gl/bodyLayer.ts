import type { DefaultProps, LayerContext } from "@deck.gl/core";
import { SolidPolygonLayer, type SolidPolygonLayerProps } from "@deck.gl/layers";
import type { Texture } from "@luma.gl/core";
import { Geometry, Model } from "@luma.gl/engine";

/** A pattern as pixels; it repeats over the screen and not over the ground, at its own size. */
export interface BodyPattern {
  readonly pixels: ImageData;
}

interface BodyProps {
  readonly beforeId: string;
  /** Multiplied with the colour; null: the colour alone. A layer keeps what it was made with. */
  readonly pattern: BodyPattern | null;
}

/** Takes the texel under each pixel of the screen. GL counts rows from below, pictures from above. */
const screenPattern = {
  name: "screenPattern",
  fs: `\
layout(std140) uniform screenPatternUniforms {
  vec2 size;
  float share;
} screenPattern;
uniform sampler2D screenPatternTexture;
`,
  uniformTypes: { size: "vec2<f32>", share: "f32" },
  inject: {
    "fs:DECKGL_FILTER_COLOR": `\
vec2 texel = gl_FragCoord.xy / screenPattern.size;
color.rgb *= mix(vec3(1.), texture(screenPatternTexture, vec2(texel.x, -texel.y)).rgb, screenPattern.share);
`,
  },
} as const;

/**
 * Bodies with the upper edges drawn as hairlines: neighbours of one class and nearly one height would otherwise run together. Lines
 * of one device pixel cost next to nothing, where strokes cost seven times the bodies themselves (733 ms a frame in software).
 * A body may carry a pattern: a blank keeps its kind on the top of a body too.
 */
export class BodyLayer<Data> extends SolidPolygonLayer<Data, BodyProps> {
  static override layerName = "BodyLayer";
  static override defaultProps: DefaultProps<SolidPolygonLayerProps<unknown> & BodyProps> = {
    beforeId: "",
    pattern: null,
  };

  private texture: Texture | null = null;

  override getShaders(type: unknown) {
    const shaders = super.getShaders(type);
    return this.props.pattern === null
      ? shaders
      : { ...shaders, modules: [...shaders.modules, screenPattern] };
  }

  override initializeState() {
    super.initializeState();
    const { pattern } = this.props;
    if (pattern === null) return;
    const { width, height, data } = pattern.pixels;
    this.texture = this.context.device.createTexture({
      format: "rgba8unorm",
      width,
      height,
      data: new Uint8Array(data.buffer),
      mipLevels: 1,
      sampler: {
        addressModeU: "repeat",
        addressModeV: "repeat",
        minFilter: "nearest",
        magFilter: "nearest",
      },
    });
  }

  override finalizeState(context: LayerContext) {
    super.finalizeState(context);
    this.texture?.destroy();
    this.texture = null;
  }

  override draw(options: { uniforms: unknown }) {
    if (this.texture !== null) {
      const { topModel, sideModel, wireframeModel } = this.state;
      const size = [this.texture.width, this.texture.height];
      for (const model of [topModel, sideModel, wireframeModel])
        model?.shaderInputs.setProps({
          screenPattern: {
            size,
            share: model === wireframeModel ? 0 : 1,
            screenPatternTexture: this.texture,
          },
        });
    }
    super.draw(options);
  }

  protected override _getModels() {
    const models = super._getModels();
    const { sideModel, wireframeModel } = models;
    if (!(sideModel instanceof Model) || !(wireframeModel instanceof Model)) return models;
    // The library's own wireframe has a vertical at every point of a boundary: there are 15.000.
    wireframeModel.destroy();
    const edges = new Model(this.context.device, {
      ...this.getShaders("side"),
      id: `${this.props.id}-edges`,
      bufferLayout: this.getAttributeManager()?.getBufferLayouts({ isInstanced: true }) ?? [],
      geometry: new Geometry({
        topology: "line-list",
        // Along the side, up: both ends of the upper edge.
        attributes: { positions: { size: 2, value: new Float32Array([0, 1, 1, 1]) } },
      }),
      isInstanced: true,
      userData: { excludeAttributes: { indices: true } },
    });
    return {
      ...models,
      wireframeModel: edges,
      models: models.models.map((model) => (model === wireframeModel ? edges : model)),
    };
  }
}
