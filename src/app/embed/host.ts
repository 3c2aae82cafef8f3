/**
 * For pages that embed a map (`nhung/chieu-cao.js`): makes a marked frame as high as its content. It believes a message only from the frame itself, of the
 * origin the frame was given (or an opaque one), and takes nothing from it but a whole number within bounds.
 */
const LEAST = 120;
const MOST = 6000;

addEventListener("message", ({ data, origin, source }: MessageEvent<unknown>) => {
  const height = typeof data === "object" && data !== null && "ct22Height" in data ? data.ct22Height : null;
  if (!Number.isInteger(height) || Number(height) < LEAST || Number(height) > MOST) return;
  for (const frame of document.querySelectorAll<HTMLIFrameElement>("iframe[data-ct22]"))
    if (
      frame.contentWindow === source &&
      (origin === "null" || origin === new URL(frame.src, location.href).origin)
    )
      frame.height = String(height);
});
