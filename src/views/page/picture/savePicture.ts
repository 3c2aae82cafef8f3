/** How many pixels of a picture stand for one CSS px. */
export const PNG_SCALE = 2;

/** Hands a file to the reader, as a link with `download` does. */
export function saveBlob(blob: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Some browsers begin reading only after this task.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PictureFile {
  readonly svg: string;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
  /** Where letters are looked for; left out: where a figure has the beginning of its title. */
  readonly letters?: Box;
}

export const svgBlob = ({ svg }: Pick<PictureFile, "svg">): Blob =>
  new Blob([svg], { type: "image/svg+xml" });

/** Where every picture has the beginning of its title, CSS px. */
const TITLE = { x: 24, y: 26, width: 160, height: 24 } as const;
const LOOK_EVERY = 50;
const LOOKS = 100;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * A browser calls an SVG decoded before the fonts inside it are, and draws it without letters until then; nothing tells when they have
 * come. So the title is looked at until it has ink.
 * @throws when it never has.
 */
async function lettersCome(image: HTMLImageElement, { x, y, width, height }: Box): Promise<void> {
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("no canvas");
  for (let look = 0; look < LOOKS; look++) {
    context.drawImage(image, -x, -y);
    const { data } = context.getImageData(0, 0, width, height);
    const greens = data.filter((_, index) => index % 4 === 1);
    if (Math.max(...greens) - Math.min(...greens) > 100) {
      // The other weights are decoded in the same breath.
      await pause(2 * LOOK_EVERY);
      return;
    }
    await pause(LOOK_EVERY);
  }
  throw new Error("the picture's letters did not come");
}

/** The picture in pixels, `PNG_SCALE` to a CSS px. @throws when the browser cannot draw or encode it. */
export async function pngBlob(file: PictureFile, scale = PNG_SCALE): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(file));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    await lettersCome(image, file.letters ?? TITLE);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(file.width * scale);
    canvas.height = Math.round(file.height * scale);
    const context = canvas.getContext("2d");
    if (context === null) throw new Error("no canvas");
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob === null ? reject(new Error("not encoded")) : resolve(blob)),
        "image/png",
      ),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** Saves a picture under a name without ending; resolves to the file's name. */
export async function savePicture(file: PictureFile, name: string, format: "png" | "svg"): Promise<string> {
  const whole = `${name}.${format}`;
  saveBlob(format === "svg" ? svgBlob(file) : await pngBlob(file), whole);
  return whole;
}
