import type { ReactNode } from "react";
import type { WorkState } from "@/analysis/snapshot";
import { formatPercent } from "@/i18n/format";
import { messagesFor } from "@/i18n/messages";
import { embedMessages } from "@/i18n/messages/embed";
import { INDICATORS } from "@/indicators";
import { RENDERER_VERSION } from "@/scene/rendererVersion";
import type { LegendRow } from "@/scene/scene";
import { writeEmbedView } from "@/state/embedView";
import { ExploreProvider } from "../explore/context";
import { AXIS, LegendAxis } from "../explore/LegendAxis";
import { Swatch } from "../explore/Swatch";
import { indicatorText, valueText } from "../explore/valueText";
import { latenessText } from "../explore/words";
import { communePath, SITE_PAGES, workPath } from "../page/sitePages";
import { EmbedMap } from "./EmbedMap";
import { type EmbedModel, namePlace, sourcesText } from "./embedModel";

/** Where an embedded map's links lead, relative to its own page. */
export interface EmbedLinks {
  /** Root of the pages of its language, with a slash; "./" for its own folder. */
  readonly toPages: string;
  /** The table as a file; null: it has none of its own. */
  readonly csv: string | null;
  /** The interactive map's script; null: there is none to open in place. */
  readonly mapScript: string | null;
  /** Root of the site: where `data/` lies. */
  readonly toRoot: string;
}

const nothing = () => undefined;

/** Opens beside the host page, and tells it nothing. */
function Away({
  href,
  className,
  children,
  ...rest
}: {
  readonly href: string;
  readonly className?: string;
  readonly children: ReactNode;
} & Readonly<Record<`data-${string}`, string>>) {
  return (
    <a href={href} className={className} target="_blank" rel="noopener" {...rest}>
      {children}
    </a>
  );
}

const isLowClass = (swatch: LegendRow["swatch"]): boolean =>
  swatch.type === "fill" &&
  "pattern" in swatch.fill &&
  swatch.fill.pattern === "hazard" &&
  (swatch.fill.hazardClass === "low" || swatch.fill.hazardClass === "moderate");

/** Class swatches with counts, what is blank and why, and the sum: it cannot be switched off. */
function Legend({ model }: { readonly model: EmbedModel }) {
  const { legend } = model.scene;
  const [low, high] = legend.extent;
  const selected = model.communes.find(({ code }) => code === model.view.selected) ?? null;
  // Names explain themselves, and their layer has no sign. A commune's map draws the two high classes of susceptibility alone.
  const layers = model.scene.layerLegends
    .filter(({ on, unavailable, layer }) => on && unavailable === null && layer !== "labels")
    .map(({ layer, title, rows }) => ({
      layer,
      title,
      rows: rows.filter(
        ({ count, swatch }) =>
          count !== 0 && swatch.type !== "none" && (model.commune === null || !isLowClass(swatch)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
  // "+2" on a commune is no sign of a layer's list.
  const isCounted = model.works.some(({ work }) => work.locationClass === "commune");
  return (
    <section className="embed__legend" aria-label={legend.title}>
      {model.commune !== null && (
        <h2>
          {legend.title} ({legend.unitText})
        </h2>
      )}
      <div className="embed__axis" data-axis={`${low} ${high} ${AXIS.width} ${AXIS.foot} ${AXIS.text}`}>
        <LegendAxis
          legend={legend}
          selected={selected === null ? null : { code: selected.code, name: selected.name }}
          hovered={null}
        />
      </div>
      <div className="embed__blanks">
        <ul>
          {legend.blanks
            .filter(({ count }) => count > 0)
            .map(({ key, fill, label, explanation, count }) => (
              <li key={key}>
                <Swatch swatch={{ type: "fill", fill, stroke: null }} /> {label} <b>{count}</b>{" "}
                <span className="embed__why">{explanation}</span>
              </li>
            ))}
        </ul>
        <p>{legend.sum}</p>
      </div>
      {(layers.length > 0 || isCounted) && (
        <ul className="embed__layers">
          {layers.map(({ layer, title, rows }) => (
            <li key={layer}>
              <b>{title}:</b>{" "}
              {rows.map(({ label, swatch }) => (
                <span key={label}>
                  <Swatch swatch={swatch} /> {label}
                </span>
              ))}
            </li>
          ))}
          {isCounted && (
            <li>
              <b>+n</b> {messagesFor(model.locale).scene.communeOnlyRow}
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

/** Every commune of the map with the number the map colours it by. */
function CommuneTable({ model, links }: { readonly model: EmbedModel; readonly links: EmbedLinks }) {
  const { scene, locale, communes } = model;
  const m = embedMessages[locale];
  const byCode = new Map(communes.map((commune) => [commune.code, commune]));
  // Worked out here: to ask a browser for Vietnamese order costs an old phone 50 ms before anybody can touch the map.
  const order = new Map(
    scene.table
      .toSorted((a, b) => a.name.localeCompare(b.name, "vi"))
      .map(({ code }, place) => [code, place]),
  );
  const isDetailed = scene.table.some(({ detail, number }) => detail !== "" && number !== null);
  return (
    <details className="embed__table">
      <summary>{m.tableOf(scene.table.length)}</summary>
      <table data-rows="commune">
        <thead>
          <tr>
            <th scope="col">{m.commune}</th>
            <th scope="col">{m.value}</th>
            <th scope="col">{m.className}</th>
            {isDetailed && <th scope="col">{m.basis}</th>}
          </tr>
        </thead>
        <tbody>
          {scene.table.map(({ code, name, value, number, className, detail }) => {
            const commune = byCode.get(code);
            return (
              <tr
                key={code}
                data-id={code}
                data-at={commune === undefined ? undefined : namePlace(model, commune)}
                data-v={number ?? undefined}
                data-n={order.get(code)}
              >
                <th scope="row">
                  <Away href={`${links.toPages}${communePath(code)}`}>{name}</Away>
                </th>
                <td>{value}</td>
                <td>{className}</td>
                {isDetailed && <td>{number === null ? "" : detail}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

function WorkRow({
  state,
  model,
  links,
}: {
  readonly state: WorkState;
  readonly model: EmbedModel;
  readonly links: EmbedLinks;
}) {
  const { locale, numbers, asOf } = model;
  const messages = messagesFor(locale);
  const { work, stage, progress, progressBlank, lateness } = state;
  const isUnplaced = work.locationClass === "commune" || work.locationClass === "unknown";
  return (
    <tr data-id={work.workId}>
      <td>{numbers.get(work.workId)}</td>
      <th scope="row">
        <Away href={`${links.toPages}${workPath(work.workId)}`}>{work.name}</Away>
        {isUnplaced && <small> {embedMessages[locale].communeOnly}</small>}
      </th>
      <td>{messages.domain[`sector.${work.sector}`]}</td>
      <td>{messages.domain[`stage.${stage ?? "unknown"}`]}</td>
      <td>
        {progress === null
          ? messages.domain[`blank.${progressBlank ?? "no-data"}`]
          : formatPercent(locale, progress, 0)}
      </td>
      <td className={lateness.answer === "yes" ? "late" : undefined}>
        {latenessText(messages, state, asOf)}
      </td>
    </tr>
  );
}

/** A commune's works as numbered on its map, and its indicators. */
function CommuneFacts({ model, links }: { readonly model: EmbedModel; readonly links: EmbedLinks }) {
  const { locale, works, snapshot, commune } = model;
  const messages = messagesFor(locale);
  const m = embedMessages[locale];
  if (commune === null) return null;
  return (
    <>
      {works.length === 0 ? (
        <p className="embed__none">{m.noWorks}</p>
      ) : (
        <details className="embed__table" open={works.length <= OPEN_AT_MOST}>
          <summary>{m.worksTable(works.length)}</summary>
          <table data-rows="work">
            <thead>
              <tr>
                <th scope="col">{m.number}</th>
                <th scope="col">{m.work}</th>
                <th scope="col">{m.sector}</th>
                <th scope="col">{m.stage}</th>
                <th scope="col">{m.progress}</th>
                <th scope="col">{m.state}</th>
              </tr>
            </thead>
            <tbody>
              {works.map((state) => (
                <WorkRow key={state.work.workId} state={state} model={model} links={links} />
              ))}
            </tbody>
          </table>
        </details>
      )}
      <details className="embed__table" open={works.length === 0}>
        <summary>{m.factsTable}</summary>
        <table>
          <tbody>
            {INDICATORS.map((indicator) => (
              <tr key={indicator.id}>
                <th scope="row">{indicatorText(messages, indicator.label)}</th>
                <td>{valueText(messages, indicator, indicator.measure(snapshot, commune.code))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </>
  );
}

/** A longer list of works would push kind and source out of sight. */
const OPEN_AT_MOST = 4;

/** An embedded map, whole: what it shows, of which day, kind and source stands in it and cannot be switched off. */
export function EmbedPage({
  model,
  links,
  notice,
}: {
  readonly model: EmbedModel;
  readonly links: EmbedLinks;
  /** What is missing, said where it is missed. */
  readonly notice?: ReactNode;
}) {
  const { locale, view, title, subtitle, kind, commune, release, lacksList, snapshot, indicator } = model;
  const messages = messagesFor(locale);
  const m = embedMessages[locale];
  const isMadeUp = kind === "illustrative";
  const { register } = snapshot;
  const explore = {
    locale,
    messages,
    snapshot,
    selection: null,
    communeByCode: new Map(register.communes.map((one) => [one.code, one])),
    villageById: new Map(),
    sourceById: new Map(register.sources.map((source) => [source.sourceId, source])),
    select: nothing,
    openSources: nothing,
  };
  const day = view.asOf === null ? "" : `&d=${view.asOf}`;
  const selected = commune?.code ?? view.selected;
  const mapQuery = `?i=${indicator.id}${selected === null ? "" : `&c=${selected}`}${day}`;
  const page = commune === null ? `${SITE_PAGES.map}${mapQuery}` : communePath(commune.code);
  return (
    <ExploreProvider value={explore}>
      <main
        className="embed"
        data-view={writeEmbedView({ ...view, indicator: indicator.id })}
        data-root={links.toRoot}
        data-map={links.mapScript ?? undefined}
      >
        <header className="embed__head">
          <div>
            <h1>{title}</h1>
            <p>{subtitle}</p>
          </div>
          {isMadeUp && <span className="embed__kind">{m.madeUp}</span>}
        </header>
        {(lacksList || notice !== undefined) && (
          <p className="embed__notice" role="status">
            {lacksList && m.lacksList} {notice}
          </p>
        )}
        <div className="embed__map">
          <EmbedMap model={model} />
        </div>
        <Legend model={model} />
        {commune === null ? (
          <CommuneTable model={model} links={links} />
        ) : (
          <CommuneFacts model={model} links={links} />
        )}
        <footer className={isMadeUp ? "embed__foot embed__foot--made-up" : "embed__foot"}>
          <div>
            <p>
              {isMadeUp ? (
                <>
                  <strong>{m.band}</strong> {m.bandRest}
                </>
              ) : (
                m.kind(messages.domain[`kind.${kind}`])
              )}
            </p>
            <p>
              {sourcesText(model)} {m.boundaryNote}
            </p>
            {release !== null && (
              <p>
                {view.release === release
                  ? m.releaseFrozen(release, RENDERER_VERSION)
                  : m.releaseLive(release)}
              </p>
            )}
          </div>
          <p className="embed__links">
            {links.csv !== null && (
              <a href={links.csv} download="" data-file="">
                {m.csv}
              </a>
            )}
            {commune !== null && <Away href={`${links.toPages}${page}`}>{m.dossier}</Away>}
            <Away href={`${links.toPages}${mapQuery}`} data-open="">
              {m.openMap}
            </Away>
          </p>
        </footer>
      </main>
    </ExploreProvider>
  );
}
