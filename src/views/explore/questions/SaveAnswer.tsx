import { useState } from "react";
import type { DataTable, Metadata } from "@/exports/dataTable";
import { questionMessages } from "@/i18n/messages/questions";
import { tableMessages } from "@/i18n/messages/table";
import { useExplore } from "../context";
import { FormatChoice } from "../table/FormatChoice";
import { type Format, saveTable } from "../table/saveTable";

/** The answer as a file: a format and a button. The table is made when it is asked for. */
export function SaveAnswer({
  table,
  announce,
}: {
  readonly table: () => { readonly table: DataTable; readonly about: Metadata };
  readonly announce: (text: string) => void;
}) {
  const { locale, snapshot } = useExplore();
  const words = questionMessages[locale];
  const m = tableMessages[locale];
  const [format, setFormat] = useState<Format>(locale === "vi" ? "csv-semicolon" : "csv-comma");
  const save = () => {
    const { table: made, about } = table();
    saveTable(made, about, format, {
      asOf: snapshot.asOf,
      aboutTitle: m.about,
      isIllustrative: made.rows.some(({ kind }) => kind === "illustrative"),
    }).then(
      (file) => announce(m.saved(file)),
      () => announce(m.failed),
    );
  };
  return (
    <div className="ask__save">
      <FormatChoice label={words.files} isLabelShown={true} format={format} onFormat={setFormat} />
      <button type="button" className="button" onClick={save}>
        {m.download}
      </button>
    </div>
  );
}
