import {
  type ColumnVisibilityState,
  columnVisibilityFeature,
  createColumnHelper,
  tableFeatures,
  useTable,
} from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import type { CommuneCode } from "@/domain/commune";
import { isCommuneCode } from "@/domain/commune";
import type { Manifest } from "@/domain/manifest";
import { releaseOf } from "@/domain/release";
import { type Column, type Row, sortRows } from "@/exports/dataTable";
import { formatNumber } from "@/i18n/format";
import { tableMessages } from "@/i18n/messages/table";
import type { Boundaries } from "@/scene/geometry";
import type { MapScene } from "@/scene/scene";
import { TABLES, type TableId } from "@/state/view";
import { Icon } from "@/ui/icons";
import { useExplore, useShown } from "../context";
import { tableForPaper } from "../paper/paperParts";
import { aboutFile } from "./aboutFile";
import { cellText } from "./cellText";
import { FormatChoice } from "./FormatChoice";
import { type Format, saveTable } from "./saveTable";
import { TABLE_BUILDERS } from "./tables";
import "./table.css";

const features = tableFeatures({ columnVisibilityFeature });
const helper = createColumnHelper<typeof features, Row>();
/** CSS px of a row; the stylesheet holds the same. */
const ROW_HEIGHT = 34;
const WIDTHS: Readonly<Record<Column["type"], number>> = {
  text: 150,
  number: 104,
  percent: 124,
  money: 150,
  date: 132,
};
const SUBJECT = { communes: "commune", works: "work", villages: "village" } as const;

/** What the map shows, as a table: every row of it, sorted and with the columns a reader wants, and as a file. */
export function TableDrawer({
  table: id,
  scene,
  boundaries,
  manifest,
  hovered,
  onHover,
  onTable,
  announce,
}: {
  readonly table: TableId;
  readonly scene: MapScene;
  readonly boundaries: Boundaries | null;
  readonly manifest: Manifest | null;
  /** The commune under the pointer on the map. */
  readonly hovered: CommuneCode | null;
  readonly onHover: (code: CommuneCode | null) => void;
  /** Null closes the drawer. */
  readonly onTable: (table: TableId | null) => void;
  readonly announce: (text: string) => void;
}) {
  const explore = useExplore();
  const { indicator, view } = useShown();
  const { locale, messages, snapshot, selection, select, communeByCode, villageById, sourceById } = explore;
  const m = tableMessages[locale];
  const reading = useMemo(
    () => ({
      locale,
      messages,
      snapshot,
      indicator,
      scene: { table: scene.table },
      communeByCode,
      villageById,
      sourceById,
      shapes: boundaries?.communes ?? new Map(),
    }),
    [locale, messages, snapshot, indicator, scene.table, communeByCode, villageById, sourceById, boundaries],
  );
  const data = useMemo(() => TABLE_BUILDERS[id](reading), [id, reading]);
  const [sorting, setSorting] = useState<Readonly<Record<string, { column: string; descending: boolean }>>>({
    communes: { column: "value", descending: true },
    works: { column: "late_days", descending: true },
    villages: { column: "name", descending: false },
  });
  const [visibility, setVisibility] = useState<Readonly<Record<string, ColumnVisibilityState>>>({});
  const [format, setFormat] = useState<Format>(locale === "vi" ? "csv-semicolon" : "csv-comma");
  const sort = sorting[id] ?? { column: "name", descending: false };
  const rows = useMemo(
    () => [...sortRows(data, sort.column, sort.descending, new Intl.Collator(locale).compare)],
    [data, sort.column, sort.descending, locale],
  );
  const columns = useMemo(
    () =>
      helper.columns(
        data.columns.map((column, index) =>
          helper.accessor((row) => row.cells[index] ?? null, { id: column.id, header: column.heading }),
        ),
      ),
    [data.columns],
  );
  const shownColumns = useMemo(
    () => ({
      ...Object.fromEntries(data.columns.map(({ id: key, first }) => [key, first])),
      ...visibility[id],
    }),
    [data.columns, visibility, id],
  );
  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.key,
    state: { columnVisibility: shownColumns },
  });
  const columnById = new Map(data.columns.map((column, index) => [column.id, { column, index }]));
  const visible = table.getVisibleLeafColumns().flatMap(({ id: key }) => columnById.get(key) ?? []);

  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const [current, setCurrent] = useState(0);
  const type = SUBJECT[id];
  const selectedKey = selection?.type === type ? selection.id : null;
  // What is pointed at or chosen on the map is brought into sight here.
  const marked = selectedKey ?? (type === "commune" ? hovered : null);
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (marked === null || marked === last.current || scroller.current?.contains(document.activeElement))
      return;
    last.current = marked;
    const index = rows.findIndex(({ key }) => key === marked);
    if (index >= 0) virtual.scrollToIndex(index, { align: "auto" });
  }, [marked, rows, virtual]);

  const open = (row: Row) => select({ type, id: row.key });
  const pointAt = (row: Row | undefined) =>
    onHover(row !== undefined && type === "commune" && isCommuneCode(row.key) ? row.key : null);
  const focusRow = (index: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, index));
    setCurrent(next);
    pointAt(rows[next]);
    virtual.scrollToIndex(next, { align: "auto" });
    requestAnimationFrame(() =>
      scroller.current?.querySelector<HTMLElement>(`[data-index="${next}"]`)?.focus({ preventScroll: true }),
    );
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2);
    const step = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: page,
      PageUp: -page,
      Home: -rows.length,
      End: rows.length,
    }[event.key];
    const row = rows[index];
    if (step !== undefined) {
      event.preventDefault();
      focusRow(index + step);
    } else if ((event.key === "Enter" || event.key === " ") && row !== undefined) {
      event.preventDefault();
      open(row);
    }
  };
  const sortBy = (column: string) =>
    setSorting({
      ...sorting,
      [id]: { column, descending: sort.column === column ? !sort.descending : column !== "name" },
    });
  const about = () =>
    aboutFile(data, reading, {
      filter: view.filter,
      mapTitle: `${scene.title}. ${scene.subtitle}`,
      address: location.href,
      release: releaseOf(manifest),
    });
  const save = () => {
    saveTable({ ...data, rows }, about(), format, {
      asOf: snapshot.asOf,
      aboutTitle: m.about,
      isIllustrative: data.rows.some(({ kind }) => kind === "illustrative"),
    }).then(
      (file) => announce(m.saved(file)),
      () => announce(m.failed),
    );
  };
  const number = (value: number) => formatNumber(locale, value);
  const isFiltered = id === "works" && snapshot.works.length < snapshot.allWorks.length;
  const count = isFiltered
    ? m.countOf(number(rows.length), number(snapshot.allWorks.length))
    : m.count(number(rows.length));
  // After every drawing: what goes on paper has the columns and the order of the screen.
  useEffect(() =>
    tableForPaper.offer(() => ({
      title: data.title,
      lead: `${scene.title} · ${count}`,
      tables: [
        {
          ...data,
          columns: visible.map(({ column }) => column),
          rows: rows.map((row) => ({ ...row, cells: visible.map(({ index }) => row.cells[index] ?? null) })),
        },
      ],
      about: about(),
      address: location.href,
    })),
  );
  const first = Math.min(current, Math.max(0, rows.length - 1));
  return (
    <section className="drawer card" aria-label={m.drawer}>
      <div className="drawer__bar">
        <fieldset className="drawer__tabs">
          <legend className="hidden-text">{m.tabs}</legend>
          {TABLES.map((one) => (
            <button
              key={one}
              type="button"
              className="tabs__tab"
              aria-pressed={one === id}
              onClick={() => {
                onTable(one);
                setCurrent(0);
                scroller.current?.scrollTo({ top: 0 });
              }}
            >
              {m[`tab.${one}`]}
            </button>
          ))}
        </fieldset>
        <p className="drawer__count" role="status">
          {count}
        </p>
        <details className="drawer__columns">
          <summary className="button">{m.columns}</summary>
          <ul className="drawer__menu card">
            {data.columns.map((column) => (
              <li key={column.id}>
                <label className="several__commune drawer__choice">
                  <input
                    type="checkbox"
                    checked={shownColumns[column.id] ?? true}
                    disabled={column.id === "name"}
                    onChange={(event) =>
                      setVisibility({
                        ...visibility,
                        [id]: { ...visibility[id], [column.id]: event.currentTarget.checked },
                      })
                    }
                  />
                  {column.heading}
                </label>
              </li>
            ))}
          </ul>
        </details>
        <FormatChoice label={m.download} isLabelShown={false} format={format} onFormat={setFormat} />
        <button type="button" className="button" onClick={save}>
          {m.download}
        </button>
        <button
          type="button"
          className="button button--icon button--plain drawer__close"
          aria-label={m.close}
          onClick={() => onTable(null)}
        >
          <Icon name="close" />
        </button>
      </div>
      <div className="drawer__scroll" ref={scroller} onPointerLeave={() => onHover(null)}>
        <table
          className="drawer__table"
          aria-rowcount={rows.length + 1}
          ref={(element) =>
            element?.style.setProperty(
              "width",
              `${visible.reduce((sum, { column }) => sum + widthOf(column), 0)}px`,
            )
          }
        >
          <caption className="hidden-text">{`${data.title}. ${scene.subtitle}`}</caption>
          <thead>
            <tr aria-rowindex={1}>
              {visible.map(({ column }) => (
                <th
                  key={column.id}
                  scope="col"
                  ref={widen(column)}
                  aria-sort={
                    sort.column === column.id ? (sort.descending ? "descending" : "ascending") : "none"
                  }
                >
                  <button
                    type="button"
                    className={`drawer__sort${column.type === "text" ? "" : " number"}`}
                    title={m.sortBy(column.heading)}
                    onClick={() => sortBy(column.id)}
                  >
                    {column.heading}
                    <span aria-hidden="true">
                      {sort.column === column.id ? (sort.descending ? " ▼" : " ▲") : ""}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Gap height={items[0]?.start ?? 0} />
            {items.map(({ index }) => {
              const row = rows[index];
              return row === undefined ? null : (
                <tr
                  key={row.key}
                  data-index={index}
                  className={`drawer__row${row.key === selectedKey ? " drawer__row--selected" : row.key === marked ? " drawer__row--marked" : ""}`}
                  aria-rowindex={index + 2}
                  aria-current={row.key === selectedKey}
                  tabIndex={index === first ? 0 : -1}
                  onPointerEnter={() => pointAt(row)}
                  onFocus={() => {
                    setCurrent(index);
                    pointAt(row);
                  }}
                  onBlur={() => onHover(null)}
                  onClick={() => open(row)}
                  onKeyDown={(event) => onKeyDown(event, index)}
                >
                  {visible.map((at) => {
                    const isBlank = (row.cells[at.index] ?? null) === null;
                    const className = `${at.column.type === "text" ? "" : "number"}${isBlank ? " muted" : ""}`;
                    const text = cellText(locale, row, at.column, at.index);
                    return at.column.id === "name" ? (
                      <th key={at.column.id} scope="row" title={text}>
                        {text}
                      </th>
                    ) : (
                      <td key={at.column.id} className={className} title={text}>
                        {text}
                      </td>
                    );
                  })}
                </tr>
              );
            })}
            <Gap height={virtual.getTotalSize() - (items.at(-1)?.end ?? 0)} />
          </tbody>
        </table>
        {rows.length === 0 && <p className="note">{m.empty}</p>}
      </div>
    </section>
  );
}

/** A name is read, other texts are looked up. */
const NAME_WIDTH = 270;
const widthOf = ({ id, type }: Column): number => (id === "name" ? NAME_WIDTH : WIDTHS[type]);

/** Through the object model, which the policy allows. */
const widen = (column: Column) => (cell: HTMLElement | null) =>
  cell?.style.setProperty("width", `${widthOf(column)}px`);

/** The room of the rows that are not drawn. */
function Gap({ height }: { readonly height: number }) {
  return height <= 0 ? null : (
    <tr>
      <td className="drawer__gap" ref={(cell) => cell?.style.setProperty("height", `${height}px`)} />
    </tr>
  );
}
