import { useEffect, useState } from "react";
import { svgDocument } from "@/exports/figureFile";
import { formatNumber } from "@/i18n/format";
import { pageMessages } from "@/i18n/messages/page";
import { paperMessages } from "@/i18n/messages/paper";
import { COLORS } from "@/scene/palette";
import { Dialog } from "@/ui/Dialog";
import { embeddedFonts } from "../../page/picture/embeddedFonts";
import { readDrawing } from "../../page/picture/readDrawing";
import { savePicture } from "../../page/picture/savePicture";
import { useExplore, useShown } from "../context";
import { useMeasuredSize } from "../useMeasuredSize";
import { communeTablePart } from "./communeTablePart";
import { MapSheet, type SheetContent } from "./MapSheet";
import { PaperPages } from "./PaperPages";
import { answerForPaper, type PaperPart, tableForPaper } from "./paperParts";
import {
  ORIENTATIONS,
  type Orientation,
  SHEET_FORMATS,
  SHEET_MARGIN,
  type SheetFormat,
  sheetSize,
} from "./paperSize";
import "./mapSheet.css";

/** Where the sheet has its title, CSS px: there letters are looked for before a picture is taken. */
const TITLE = { x: 38, y: 34, width: 300, height: 50 } as const;

/** Of the preview until it is measured. */
const ROOM = { width: 780, height: 550 };

/**
 * Rules while the dialog is open: the sheets are of paper, in the light theme, and the paper is theirs. Seen, a sheet has its margins inside; printed,
 * the page has them, because only there the browser counts pages. The map's own sheet says its title and its band itself.
 */
const sheetRules = (format: SheetFormat, orientation: Orientation, title: string): string => {
  const { width, height } = sheetSize(format, orientation);
  const { top, side, bottom } = SHEET_MARGIN;
  const margin = `${top}px ${side}px ${bottom}px`;
  const colors = Object.entries(COLORS).map(([token, { light }]) => `--c-${token}:${light}`);
  return [
    `.map-sheet,.paper-part{${colors.join(";")};--c-paper:#ffffff;width:${width}px;padding:${margin}}`,
    `.map-paper__preview{--sheet-height:${height}px}.map-sheet{height:${height}px}`,
    `@page{size:${format} ${orientation};margin:${margin};@top-left{content:${JSON.stringify(title)};width:100%;font:400 7.5pt "Be Vietnam Pro",sans-serif;color:#685f52}@bottom-left{vertical-align:top;padding-top:5px}@bottom-right{vertical-align:top;padding-top:5px}}`,
    "@page:first{@top-left{content:none}@bottom-left{content:none}}",
    `@media print{.map-sheet,.paper-part{padding:0;width:${width - 2 * side}px}.map-sheet{height:${height - top - bottom}px}}`,
  ].join("");
};

/** The map as a sheet to print, A4 or A3, or to save as a picture. */
export function MapPaperDialog({
  content,
  onClose,
}: {
  readonly content: SheetContent;
  readonly onClose: () => void;
}) {
  const explore = useExplore();
  const shown = useShown();
  const { locale, messages } = explore;
  const { view } = shown;
  const m = paperMessages[locale];
  const [format, setFormat] = useState<SheetFormat>("A4");
  const [orientation, setOrientation] = useState<Orientation>("landscape");
  const [said, setSaid] = useState("");
  // As they are when the dialog opens: nothing below a modal dialog is changed.
  const [parts] = useState(() => ({
    table: tableForPaper.take() ?? communeTablePart(explore, shown, content),
    answer: answerForPaper.take(),
  }));
  const [hasTable, setHasTable] = useState(false);
  const [hasAnswer, setHasAnswer] = useState(parts.answer !== null);
  const [preview, room] = useMeasuredSize<HTMLDivElement>(ROOM);
  const [screen] = useState(() => {
    const { width = 0, height = 0 } = document.getElementById("map-focus")?.getBoundingClientRect() ?? {};
    return { camera: view.camera, size: { width: Math.max(width, 200), height: Math.max(height, 200) } };
  });
  useEffect(() => {
    const rules = new CSSStyleSheet();
    rules.replaceSync(sheetRules(format, orientation, content.scene.title));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== rules);
    };
  }, [format, orientation, content.scene.title]);
  // The sheets keep their size and are seen as large as the dialog has room for; a part that is added may take some of it for a scroll bar.
  const scale = Math.min(room.width / sheetSize(format, orientation).width, 1);
  useEffect(() => preview.current?.style.setProperty("--sheet-scale", String(scale)), [preview, scale]);
  const rowsOf = ({ tables }: PaperPart) => formatNumber(locale, tables[0]?.rows.length ?? 0);
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
        <fieldset className="map-paper__also">
          <legend>{m.alsoPrint}</legend>
          {parts.answer !== null && (
            <label className="map-paper__part">
              <input
                type="checkbox"
                checked={hasAnswer}
                onChange={(event) => setHasAnswer(event.currentTarget.checked)}
              />
              {m.alsoAnswer(rowsOf(parts.answer))}
            </label>
          )}
          <label className="map-paper__part">
            <input
              type="checkbox"
              checked={hasTable}
              onChange={(event) => setHasTable(event.currentTarget.checked)}
            />
            {m.alsoTable(parts.table.title, rowsOf(parts.table))}
          </label>
          <span className="note">{m.alsoHint}</span>
        </fieldset>
      </div>
      <p role="status" className="map-paper__said">
        {said}
      </p>
      <div className="map-paper__preview" ref={preview}>
        <div className="map-paper__sheet">
          <MapSheet
            key={`${format} ${orientation}`}
            content={content}
            orientation={orientation}
            screen={screen}
            answer={parts.answer}
          />
        </div>
        {parts.answer !== null && hasAnswer && (
          <PaperPages part={parts.answer} title={parts.answer.title} about={m.aboutAnswer} />
        )}
        {hasTable && (
          <PaperPages part={parts.table} title={m.tableTitle(parts.table.title)} about={m.aboutTable} />
        )}
      </div>
    </Dialog>
  );
}
