import "./third.css";
import { useEffect, useId, useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { isCommuneCode } from "@/domain/commune";
import type { ClassBreaks } from "@/domain/geometry";
import { isUnfiltered } from "@/domain/workFilter";
import { formatNumber } from "@/i18n/format";
import { thirdMessages } from "@/i18n/messages/third";
import { classesOf } from "@/indicators/classBreaks";
import { type Density, densityOf } from "@/scene/third/density";
import { type Raised, raiseCommunes } from "@/scene/third/raise";
import { DENSITIES, type ViewState } from "@/state/view";
import { Icon } from "@/ui/icons";
import { useExplore, useShown } from "../context";
import type { ExploreModel } from "../model";
import { Provenance } from "../Provenance";
import { Swatch } from "../Swatch";
import { isThrifty } from "../useGlWanted";
import { indicatorText } from "../valueText";
import { HeightScale } from "./HeightScale";
import type { Standing, ThirdShown } from "./shown";
import { DensityTable, RaisedTable } from "./ThirdTables";

/** Where there are no breaks to be had. */
const ONE_CLASS = { breaks: [], extent: [0, 1] as const, version: "none" };

/**
 * Raises communes by an indicator, or counts works and villages by hexagon: the choices, the legend, what is left out and why, and
 * the flat equivalent with its table. What the map then shows goes to `onShown`; a card on the map says it there.
 */
export function ThirdPanel({
  model,
  classBreaks,
  standing,
  onChoose,
  onShown,
}: {
  readonly model: ExploreModel;
  readonly classBreaks: readonly ClassBreaks[];
  /** How far the map has come. */
  readonly standing: Standing;
  readonly onChoose: (change: Pick<ViewState, "raise" | "density">) => void;
  readonly onShown: (shown: ThirdShown | null) => void;
}) {
  const { locale, messages, selection } = useExplore();
  const { view, indicator } = useShown();
  const texts = thirdMessages[locale];
  const { scene, snapshot, indicators } = model;
  const [wantsSolid, setWantsSolid] = useState(() => !isThrifty());
  const [bearing, setBearing] = useState(0);
  const raiser = indicators.find(({ id }) => id === view.raise) ?? null;
  const selected = selection?.type === "commune" && isCommuneCode(selection.id) ? selection.id : null;

  const raised = useMemo(
    () =>
      raiser === null
        ? null
        : raiseCommunes({
            scene,
            snapshot,
            indicator: raiser,
            classes: classesOf(raiser, classBreaks) ?? ONE_CLASS,
            selected,
            messages,
            texts,
          }),
    [raiser, scene, snapshot, classBreaks, selected, messages, texts],
  );
  const density = useMemo(
    () =>
      view.density === null || raised !== null
        ? null
        : densityOf({ scene, snapshot, of: view.density, messages, texts }),
    [view.density, raised, scene, snapshot, messages, texts],
  );
  const shown = useMemo(() => {
    const picture = raised ?? density;
    return picture === null
      ? null
      : { flat: picture.flat, stage: raised === null || wantsSolid ? picture.stage : null, bearing };
  }, [raised, density, wantsSolid, bearing]);
  useEffect(() => onShown(shown), [onShown, shown]);
  useEffect(() => () => onShown(null), [onShown]);

  const isFlat = standing === "no-webgl" || standing === "no-code" || !wantsSolid;
  const name = (key: Parameters<typeof indicatorText>[1]) => indicatorText(messages, key);
  const card = (
    <Card
      title={
        raised === null ? (density?.title ?? "") : isFlat ? raised.legend.sizeTitle : raised.legend.title
      }
      onFlat={() => onChoose({ raise: null, density: null })}
    >
      {raised !== null && (
        <>
          <Scale raised={raised} flat={isFlat} />
          <Manner wantsSolid={wantsSolid} standing={standing} onChange={setWantsSolid} isLive />
          {!isFlat && <Turn bearing={bearing} onTurn={setBearing} />}
        </>
      )}
      {density !== null && (
        <>
          <CellRamp density={density} />
          <p className="note">{density.sum}</p>
        </>
      )}
    </Card>
  );
  const host = document.querySelector(".notices");
  return (
    <div className="third">
      <div className="third__controls">
        <label>
          <span className="field__label">{texts.raiseBy}</span>
          <select
            className="select"
            value={view.raise ?? ""}
            onChange={({ currentTarget: { value } }) =>
              onChoose({ raise: value === "" ? null : value, density: value === "" ? view.density : null })
            }
          >
            <option value="">{texts.none}</option>
            {indicators.map(({ id, label }) => (
              <option key={id} value={id}>
                {name(label)}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span className="field__label">{texts.density}</span>
          <select
            className="select"
            value={view.density ?? ""}
            onChange={({ currentTarget: { value } }) => {
              const chosen = DENSITIES.find((id) => id === value) ?? null;
              onChoose({ density: chosen, raise: chosen === null ? view.raise : null });
            }}
          >
            <option value="">{texts.none}</option>
            {DENSITIES.map((id) => (
              <option key={id} value={id}>
                {texts[`density.${id}`]}
              </option>
            ))}
          </select>
        </label>
      </div>
      {raised !== null && view.density !== null && <p className="note third__part">{texts.both}</p>}
      {raised !== null && raiser !== null && (
        <RaisedPart
          raised={raised}
          flat={isFlat}
          standing={standing}
          wantsSolid={wantsSolid}
          onManner={setWantsSolid}
          height={name(raiser.label)}
          colour={name(indicator.label)}
        />
      )}
      {density !== null && (
        <DensityPart density={density} filtered={view.density === "works" && !isUnfiltered(view.filter)} />
      )}
      {shown !== null && host !== null && createPortal(card, host)}
    </div>
  );
}

function RaisedPart({
  raised,
  flat,
  standing,
  wantsSolid,
  onManner,
  height,
  colour,
}: {
  readonly raised: Raised;
  readonly flat: boolean;
  readonly standing: Standing;
  readonly wantsSolid: boolean;
  readonly onManner: (solid: boolean) => void;
  readonly height: string;
  readonly colour: string;
}) {
  const { locale } = useExplore();
  const texts = thirdMessages[locale];
  const { legend, rows, sourceIds } = raised;
  const number = (value: number) => formatNumber(locale, value);
  return (
    <>
      <div className="third__part">
        <Manner wantsSolid={wantsSolid} standing={standing} onChange={onManner} />
        <p className="note">{texts.flatIs}</p>
      </div>
      <div className="third__part">
        <p className="strong">{flat ? legend.sizeTitle : legend.title}</p>
        <Scale raised={raised} flat={flat} />
        <p className="note">
          {flat ? texts.sizeNote : texts.heightNote} {texts.colourStays(colour)}{" "}
          <Provenance sourceIds={sourceIds} derived />
        </p>
        <ul className="rows">
          <li className="row">
            <span className="row__swatch" />
            <span className="row__label">
              <span className="strong">{flat ? texts.circleCount : texts.raisedCount}</span>{" "}
              <span className="muted">{flat ? texts.circleHow : texts.raisedHow}</span>
            </span>
            <span className="row__count">{number(legend.raised)}</span>
          </li>
          {legend.flat.map(({ key, fill, label, count }) => (
            <li key={key} className="row">
              {fill === null ? (
                <span className="row__swatch" />
              ) : (
                <Swatch swatch={{ type: "fill", fill, stroke: null }} />
              )}
              <span className="row__label">
                <span className="strong">{label}</span>{" "}
                <span className="muted">
                  {texts[`${key === "zero" ? "zero" : "blank"}${flat ? "Flat" : "Solid"}`]}
                </span>
              </span>
              <span className="row__count">{number(count)}</span>
            </li>
          ))}
        </ul>
        <p className="sum">{flat ? legend.sizeSum : legend.sum}</p>
        <p className="note">{texts.hiddenLayers}</p>
      </div>
      <details className="third__details" open={standing === "no-webgl" || standing === "no-code"}>
        <summary>{texts.table(number(rows.length))}</summary>
        <RaisedTable rows={rows} height={height} colour={colour} />
      </details>
    </>
  );
}

function DensityPart({ density, filtered }: { readonly density: Density; readonly filtered: boolean }) {
  const { locale } = useExplore();
  const texts = thirdMessages[locale];
  const number = (value: number) => formatNumber(locale, value);
  const left = density.leftOut.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <div className="third__part">
        <p className="strong">{density.title}</p>
        <p className="note">
          {density.note} {filtered && texts.densityFiltered}{" "}
          <Provenance sourceIds={density.sourceIds} derived />
        </p>
        <ul className="rows">
          {density.classes.map(({ color, label, bins }) => (
            <li key={color} className="row">
              <Swatch swatch={{ type: "fill", fill: { color }, stroke: null }} />
              <span className="row__label">{label}</span>
              <span className="row__count">{texts.binCount(number(bins))}</span>
            </li>
          ))}
        </ul>
        <p className="axis__note">
          <span>{texts.densityBins(number(density.bins), number(density.counted))}</span>
          <span>{texts.breaksFixed}</span>
        </p>
        {density.leftOut.length > 0 && (
          <ul className="rows" aria-label={texts.leftOutTitle}>
            {density.leftOut.map(({ label, count }) => (
              <li key={label} className="row">
                <span className="row__label">
                  <span className="strong">{texts.leftOutTitle}</span> {label}
                </span>
                <span className="row__count">{number(count)}</span>
              </li>
            ))}
          </ul>
        )}
        <p className="sum">{density.counted + left === 0 ? texts.nothing : density.sum}</p>
        <p className="note">{texts.hiddenColour}</p>
      </div>
      <details className="third__details">
        <summary>{texts.table(number(density.rows.filter(({ code }) => code !== null).length))}</summary>
        <DensityTable rows={density.rows} counted={density.counted} leftOut={left} />
      </details>
    </>
  );
}

/** The card on the map: what is shown, and the way back. */
function Card({
  title,
  onFlat,
  children,
}: {
  readonly title: string;
  readonly onFlat: () => void;
  readonly children: React.ReactNode;
}) {
  const texts = thirdMessages[useExplore().locale];
  return (
    <section className="third__card card" aria-label={texts.title}>
      <div className="third__card-head">
        <p className="third__card-title">{title}</p>
        <button
          type="button"
          className="button button--icon button--plain"
          aria-label={texts.flatMap}
          title={texts.flatMap}
          onClick={() => {
            onFlat();
            // The card goes with the click; the map is what it was about.
            document.getElementById("map-focus")?.focus();
          }}
        >
          <Icon name="close" />
        </button>
      </div>
      {children}
    </section>
  );
}

function Scale({ raised, flat }: { readonly raised: Raised; readonly flat: boolean }) {
  const texts = thirdMessages[useExplore().locale];
  const { ticks } = raised.legend;
  return (
    <HeightScale
      ticks={ticks}
      as={flat ? "circles" : "columns"}
      label={
        flat
          ? texts.sizeAxis(ticks.map(({ label }) => label).join(", "))
          : texts.heightAxis(
              ticks.map(({ heightText, label }) => texts.heightTop(heightText, label)).join(", "),
            )
      }
    />
  );
}

/** Raised or flat; where raising is impossible it says why. */
function Manner({
  wantsSolid,
  standing,
  onChange,
  isLive = false,
}: {
  readonly wantsSolid: boolean;
  readonly standing: Standing;
  readonly onChange: (solid: boolean) => void;
  /** The one of the two on the page that is read out. */
  readonly isLive?: boolean;
}) {
  const texts = thirdMessages[useExplore().locale];
  const impossible = standing === "no-webgl" || standing === "no-code";
  const isSolid = wantsSolid && !impossible;
  const said = impossible
    ? texts[`standing.${standing}`]
    : isSolid && standing === "coming"
      ? texts["standing.coming"]
      : !isSolid && isThrifty()
        ? texts["standing.thrifty"]
        : "";
  const id = useId();
  return (
    <>
      <fieldset className="third__choice" aria-label={texts.viewLabel} aria-describedby={id}>
        <button
          type="button"
          className="button"
          aria-pressed={isSolid}
          disabled={impossible}
          onClick={() => onChange(true)}
        >
          {texts["view.solid"]}
        </button>
        <button type="button" className="button" aria-pressed={!isSolid} onClick={() => onChange(false)}>
          {texts["view.flat"]}
        </button>
      </fieldset>
      <p id={id} className="note" role={isLive ? "status" : undefined}>
        {said}
      </p>
    </>
  );
}

const TURN = 45;
type From = 0 | 45 | 90 | 135 | 180 | 225 | 270 | 315;

/** Eighths of a turn; the words say from where one looks. */
function Turn({ bearing, onTurn }: { readonly bearing: number; readonly onTurn: (bearing: number) => void }) {
  const texts = thirdMessages[useExplore().locale];
  const by = (degrees: number) => onTurn((bearing + degrees + 360) % 360);
  return (
    <div className="third__turn">
      <button
        type="button"
        className="button button--icon"
        aria-label={texts.turnLeft}
        title={texts.turnLeft}
        onClick={() => by(-TURN)}
      >
        <TurnArrow left />
      </button>
      <button
        type="button"
        className="button button--icon"
        aria-label={texts.turnRight}
        title={texts.turnRight}
        onClick={() => by(TURN)}
      >
        <TurnArrow />
      </button>
      {bearing !== 0 && (
        <button type="button" className="button" onClick={() => onTurn(0)}>
          {texts.turnNorth}
        </button>
      )}
      <span className="note" role="status">
        {texts.seenFrom(texts[`from.${bearing as From}`])}
      </span>
    </div>
  );
}

function CellRamp({ density }: { readonly density: Density }) {
  return (
    <ul className="third__ramp">
      {density.classes.map(({ color, short }) => (
        <li key={color}>
          <Swatch swatch={{ type: "fill", fill: { color }, stroke: null }} />
          {short}
        </li>
      ))}
      <li>{density.unit}</li>
    </ul>
  );
}

function TurnArrow({ left = false }: { readonly left?: boolean }) {
  return (
    <svg
      className="icon"
      viewBox="0 0 18 18"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path
        d="M14.5 9.5a5.5 5.5 0 1 1-1.6-4.4M13.2 1.8v3.6H9.6"
        transform={left ? "matrix(-1 0 0 1 18 0)" : undefined}
      />
    </svg>
  );
}
