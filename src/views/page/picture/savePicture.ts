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

export interface PictureFile {
  readonly svg: string;
  /** CSS px. */
  readonly width: number;
  readonly height: number;
}

export const svgBlob = ({ svg }: Pick<PictureFile, "svg">): Blob =>
  new Blob([svg], { type: "image/svg+xml" });

/** The picture in pixels, `PNG_SCALE` to a CSS px. @throws when the browser cannot draw or encode it. */
export async function pngBlob(file: PictureFile, scale = PNG_SCALE): Promise<Blob> {
  const address = URL.createObjectURL(svgBlob(file));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
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
