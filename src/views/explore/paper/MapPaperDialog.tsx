import { useEffect, useRef, useState } from "react";
import { svgDocument } from "@/exports/figureFile";
import { pageMessages } from "@/i18n/messages/page";
import { paperMessages } from "@/i18n/messages/paper";
import { COLORS } from "@/scene/palette";
import { Dialog } from "@/ui/Dialog";
import { embeddedFonts } from "../../page/picture/embeddedFonts";
import { readDrawing } from "../../page/picture/readDrawing";
import { savePicture } from "../../page/picture/savePicture";
import { useExplore, useShown } from "../context";
import { MapSheet, type SheetContent } from "./MapSheet";
import { ORIENTATIONS, type Orientation, SHEET_FORMATS, type SheetFormat, sheetSize } from "./paperSize";

/** Where the sheet has its title, CSS px: there letters are looked for before a picture is taken. */
const TITLE = { x: 38, y: 34, width: 300, height: 50 } as const;

/** Rules while the dialog is open: the sheet is of paper, in the light theme, and the paper is the sheet's. */
const sheetRules = (format: SheetFormat, orientation: Orientation): string => {
  const { width, height } = sheetSize(format, orientation);
  const colors = Object.entries(COLORS).map(([token, { light }]) => `--c-${token}:${light}`);
  return `.map-sheet{${colors.join(";")};--c-paper:#ffffff;width:${width}px;height:${height}px}@page{size:${format} ${orientation};margin:0;@bottom-left{content:none}@bottom-right{content:none}}`;
};

/** The map as a sheet to print, A4 or A3, or to save as a picture. */
export function MapPaperDialog({
  content,
  onClose,
}: {
  readonly content: SheetContent;
  readonly onClose: () => void;
}) {
  const { locale, messages } = useExplore();
  const { view } = useShown();
  const m = paperMessages[locale];
  const [format, setFormat] = useState<SheetFormat>("A4");
  const [orientation, setOrientation] = useState<Orientation>("landscape");
  const [said, setSaid] = useState("");
  const preview = useRef<HTMLDivElement>(null);
  const [screen] = useState(() => {
    const { width = 0, height = 0 } = document.getElementById("map-focus")?.getBoundingClientRect() ?? {};
    return { camera: view.camera, size: { width: Math.max(width, 200), height: Math.max(height, 200) } };
  });
  useEffect(() => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(sheetRules(format, orientation));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
    };
  }, [format, orientation]);
  // The sheet keeps its size and is seen as large as the dialog has room for.
  useEffect(() => {
    const frame = preview.current;
    if (frame === null) return;
    const { width, height } = sheetSize(format, orientation);
    const scale = Math.min(frame.clientWidth / width, 1);
    frame.style.setProperty("--sheet-scale", String(scale));
    frame.style.setProperty("height", `${Math.ceil(height * scale)}px`);
  }, [format, orientation]);
  const save = async (type: "png" | "svg") => {
    const frame = preview.current;
    const sheet = frame?.querySelector(".map-sheet") ?? null;
    if (frame === null || sheet === null) return;
    setSaid("");
    try {
      // At its own size for the moment of reading, which ends before the browser paints.
      frame.classList.add("map-paper__preview--whole");
      const reading = readDrawing([sheet]);
      frame.classList.remove("map-paper__preview--whole");
      const { markup, width, height } = await reading;
      const whole = {
        width: Math.round(width),
        height: Math.round(height),
        title: content.scene.title,
        description: content.scene.description,
        paper: "#ffffff",
        language: locale,
        body: markup,
      };
      const svg = svgDocument({
        ...whole,
        fontCss: await embeddedFonts(svgDocument({ ...whole, fontCss: "" })),
      });
      const name = await savePicture(
        { svg, width: whole.width, height: whole.height, letters: TITLE },
        m.mapFile,
        type,
      );
      setSaid(pageMessages[locale].saved(name));
    } catch (cause) {
      console.warn(cause);
      setSaid(m.mapFailed);
    } finally {
      frame.classList.remove("map-paper__preview--whole");
    }
  };
  return (
    <Dialog title={m.mapTitle} closeLabel={messages.explore.close} onClose={onClose}>
      <div className="map-paper__tools">
        <label>
          {m.format}{" "}
          <select
            className="select"
            value={format}
            onChange={({ currentTarget }) => {
              const chosen = SHEET_FORMATS.find((one) => one === currentTarget.value);
              if (chosen !== undefined) setFormat(chosen);
            }}
          >
            {SHEET_FORMATS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          {m.orientation}{" "}
          <select
            className="select"
            value={orientation}
            onChange={({ currentTarget }) => {
              const chosen = ORIENTATIONS.find((one) => one === currentTarget.value);
              if (chosen !== undefined) setOrientation(chosen);
            }}
          >
            {ORIENTATIONS.map((one) => (
              <option key={one} value={one}>
                {m[one]}
              </option>
            ))}
          </select>
        </label>
        <button type="button" className="button" onClick={() => print()}>
          {m.printMap}
        </button>
        {(["png", "svg"] as const).map((type) => (
          <button key={type} type="button" className="button" onClick={() => void save(type)}>
            {pageMessages[locale][type === "png" ? "savePng" : "saveSvg"]}
          </button>
        ))}
      </div>
      <p role="status" className="map-paper__said">
        {said}
      </p>
      <div className="map-paper__preview" ref={preview}>
        <MapSheet
          key={`${format} ${orientation}`}
          content={content}
          orientation={orientation}
          screen={screen}
        />
      </div>
    </Dialog>
  );
}
