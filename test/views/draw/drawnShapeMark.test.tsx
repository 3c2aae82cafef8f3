import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import { DRAWN_TYPES, type DrawnShape } from "@/domain/drawnShape";
import { metresPerPixel } from "@/scene/camera";
import { DrawnShapeMark } from "@/views/explore/draw/DrawnShapeMark";
import { DrawOverlay } from "@/views/explore/draw/DrawOverlay";

const camera = { center: [106.3, 21.3], zoom: 10 } as const;
const size = { width: 400, height: 300 };
const markup = (shape: DrawnShape) =>
  renderToStaticMarkup(<DrawnShapeMark shape={shape} camera={camera} size={size} />);
/** Numbers of the first path, two by two. */
const pixels = (html: string) =>
  [...(/ d="([^"]+)"/.exec(html)?.[1] ?? "").matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => [
    Number(x),
    Number(y),
  ]);

it("a circle is as wide on the map as on the ground", () => {
  const places = pixels(markup({ type: "circle", points: [[106.3, 21.3]], radiusM: 5000 }));
  const radius = 5000 / metresPerPixel(camera);
  expect(places.length).toBeGreaterThan(100);
  for (const [x = 0, y = 0] of places)
    expect(Math.abs(Math.hypot(x - 200, y - 150) / radius - 1)).toBeLessThan(0.01);
});
it("a line is open and not filled, a polygon closed and filled", () => {
  const points = [
    [106.2, 21.2],
    [106.4, 21.2],
    [106.4, 21.4],
  ] as const;
  const line = markup({ type: "line", points });
  expect(line).not.toContain("drawn__fill");
  expect(line).not.toContain("Z");
  const polygon = markup({ type: "polygon", points });
  expect(polygon).toContain("drawn__fill");
  expect(polygon.match(/Z"/g)).toHaveLength(3);
});
it("a point is a cross at its place", () => {
  const arms = pixels(markup({ type: "point", points: [[106.3, 21.3]] }));
  expect(arms).toContainEqual([200, 150]);
  expect(arms).toContainEqual([209, 150]);
});
it("neither mark nor overlay has an inline style, which the page's policy forbids", () => {
  for (const kind of DRAWN_TYPES) {
    const html = renderToStaticMarkup(
      <DrawOverlay
        kind={kind}
        camera={camera}
        size={size}
        locale="vi"
        onDone={() => {}}
        onCancel={() => {}}
        announce={() => {}}
      />,
    );
    expect(html).not.toContain("style=");
    expect(html).toContain('role="application"');
  }
});
