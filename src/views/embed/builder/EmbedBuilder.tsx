import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Commune, CommuneCode } from "@/domain/commune";
import { isCommuneCode } from "@/domain/commune";
import { isIsoDate } from "@/domain/date";
import type { KeptRelease } from "@/domain/releaseIndex";
import { formatDate, formatNumber } from "@/i18n/format";
import { LOCALES, type Locale } from "@/i18n/locale";
import { embedMessages } from "@/i18n/messages/embed";
import { embedBuilderMessages } from "@/i18n/messages/embedBuilder";
import { INDICATORS } from "@/indicators";
import {
  DEFAULT_EMBED_VIEW,
  EMBED_FOLDER,
  EMBED_PARAMS,
  type EmbedPlace,
  type EmbedView,
  slugOf,
} from "@/state/embedView";
import { indicatorText } from "../../explore/valueText";
import { communeName } from "../../explore/words";
import { usePage } from "../../page/context";
import { linkTo } from "../../page/sitePages";
import { EMBED_FILE, embedPath, fittedCode, frameCode, HOST_SCRIPT, imageCode, imagePath } from "./embedCode";

/** Frames a map is looked at in before it is put into a page. CSS px. */
const WIDTHS = [320, 640, 1024] as const;
/** Until the frame has said how high it is. */
const FIRST_HEIGHT = 620;
/** The frame that fits the reader's own screen at first. */
const firstWidth = (root: string | null): (typeof WIDTHS)[number] =>
  root !== null && innerWidth < 720 ? 320 : 640;
const CODES = ["iframe", "auto", "image"] as const;
type CodeKind = (typeof CODES)[number];

/** What can be chosen from. */
export interface BuilderChoices {
  readonly releases: readonly KeptRelease[];
  /** The indicator a map opens on by default. */
  readonly defaultIndicator: string;
  /** Whether anybody has said which the 19 are. */
  readonly hasProgramme: boolean;
  /** Absolute address of the site's root, with a slash; null: not known yet, because no script runs. */
  readonly root: string | null;
}

function Choice({
  label,
  value,
  onChoose,
  children,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChoose: (value: string) => void;
  readonly children: ReactNode;
}) {
  return (
    <label className="builder__field">
      <span className="field__label">{label}</span>
      <select className="select" value={value} onChange={({ target }) => onChoose(target.value)}>
        {children}
      </select>
    </label>
  );
}

/** Text to be copied, and what came of it. */
function CodeBox({
  kind,
  code,
  hint,
}: {
  readonly kind: string;
  readonly code: string;
  readonly hint: string;
}) {
  const { locale } = usePage();
  const m = embedBuilderMessages[locale];
  const area = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said holds for the code it was said of
  useEffect(() => setSaid(""), [code]);
  const copy = () => {
    area.current?.select();
    const done = navigator.clipboard?.writeText(code) ?? Promise.reject(new Error("no clipboard"));
    done.then(
      () => setSaid(m.copied),
      () => setSaid(m.copyFailed),
    );
  };
  return (
    <div className="builder__code">
      <p className="note">{hint}</p>
      <textarea ref={area} aria-label={m.codeLabel(kind)} readOnly rows={5} value={code} spellCheck={false} />
      <p>
        <button type="button" className="button button--strong" onClick={copy}>
          {m.copyButton}
        </button>{" "}
        <span role="status">{said}</span>
      </p>
    </div>
  );
}

/** The form: what is shown, in which version of the figures, and how it looks; then the frame itself, and its code. */
function Form({ choices }: { readonly choices: BuilderChoices }) {
  const { locale, messages, snapshot, address, manifest } = usePage();
  const m = embedBuilderMessages[locale];
  const { communes } = snapshot.register;
  const [view, setView] = useState<EmbedView>(DEFAULT_EMBED_VIEW);
  const [language, setLanguage] = useState<Locale>(locale);
  const [width, setWidth] = useState<(typeof WIDTHS)[number]>(() => firstWidth(choices.root));
  const [kind, setKind] = useState<CodeKind>("iframe");
  const [height, setHeight] = useState(FIRST_HEIGHT);
  const frame = useRef<HTMLIFrameElement>(null);
  const choose = (change: Partial<EmbedView>) => setView((before) => ({ ...before, ...change }));

  const indicator = view.indicator ?? choices.defaultIndicator;
  const isCommune = isCommuneCode(view.place);
  const release = choices.releases.find((one) => one.release === view.release) ?? null;
  // Of a release: days it can have known of. Its own list is with its data, which only the frame loads.
  const days = (manifest?.recordingDates ?? [])
    .filter(isIsoDate)
    .filter((day) => release === null || day <= release.defaultAsOf);
  const defaultDay = release?.defaultAsOf ?? manifest?.defaultAsOf ?? "";
  const path = embedPath(view, indicator, language);
  const { root } = choices;
  // Codes hold the public address; the preview is of the site that is open.
  const base = address ?? root ?? "";
  const name = isCommune ? communes.find(({ code }) => code === view.place) : undefined;
  const shown = INDICATORS.find(({ id }) => id === indicator);
  const label = shown === undefined ? "" : indicatorText(messages, shown.label);
  const title =
    name !== undefined
      ? embedMessages[locale].communeTitle(communeName(messages, name))
      : view.place === "19"
        ? embedMessages[locale].programmeTitle(formatNumber(locale, 19), label)
        : messages.scene.mapTitle(label);

  useEffect(() => {
    const listen = ({ data, source }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || typeof data !== "object" || data === null) return;
      const told = "ct22Height" in data ? data.ct22Height : null;
      if (typeof told === "number" && Number.isInteger(told) && told > 0 && told < 6000) setHeight(told);
    };
    addEventListener("message", listen);
    return () => removeEventListener("message", listen);
  }, []);

  const src = `${base}${path}`;
  const image = imagePath(view, indicator, language);
  const code: Readonly<Record<CodeKind, string | null>> = {
    iframe: frameCode({ src, title, height, isFitted: false }),
    auto: fittedCode({ src, title, height }, `${base}${HOST_SCRIPT}`),
    image: image === null ? null : imageCode({ src, image: `${base}${image}`, title }),
  };
  const shownCode = code[kind];
  return (
    <div className="builder__form needs-script">
      <section aria-labelledby="builder-choose">
        <h2 id="builder-choose">{m.choose}</h2>
        <div className="builder__fields">
          <Choice
            label={m.place}
            value={view.place}
            onChoose={(value) =>
              choose({
                place: value as EmbedPlace,
                indicator: isCommuneCode(value) ? null : view.indicator,
                selected: isCommuneCode(value) ? null : view.selected,
              })
            }
          >
            <option value="province">{m["place.province"]}</option>
            <option value="19" disabled={!choices.hasProgramme}>
              {m["place.19"]} {choices.hasProgramme ? "" : m.noList}
            </option>
            <optgroup label={m["place.communes"]}>
              <CommuneOptions communes={communes} />
            </optgroup>
          </Choice>
          <Choice label={m.indicator} value={indicator} onChoose={(value) => choose({ indicator: value })}>
            {INDICATORS.map(({ id, label: text }) => (
              <option key={id} value={id}>
                {indicatorText(messages, text)}
              </option>
            ))}
          </Choice>
          {!isCommune && (
            <Choice
              label={m.selected}
              value={view.selected ?? ""}
              onChoose={(value) => choose({ selected: value === "" ? null : (value as CommuneCode) })}
            >
              <option value="">{m.selectedNone}</option>
              <CommuneOptions communes={communes} />
            </Choice>
          )}
          <Choice
            label={m.version}
            value={view.release ?? ""}
            onChoose={(value) => choose({ release: value === "" ? null : value, asOf: null })}
          >
            <option value="">{m.live}</option>
            <optgroup label={choices.releases.length > 0 ? m.frozen : m.noReleases}>
              {choices.releases.map(({ release: id, defaultAsOf }) => (
                <option key={id} value={id}>
                  {m.releaseName(id, formatDate(locale, defaultAsOf))}
                </option>
              ))}
            </optgroup>
          </Choice>
          <Choice
            label={m.day}
            value={view.asOf ?? ""}
            onChoose={(value) => choose({ asOf: isIsoDate(value) ? value : null })}
          >
            <option value="">
              {m.dayDefault(isIsoDate(defaultDay) ? formatDate(locale, defaultDay) : defaultDay)}
            </option>
            {days.map((day) => (
              <option key={day} value={day}>
                {formatDate(locale, day)}
              </option>
            ))}
          </Choice>
          <Choice
            label={m.theme}
            value={view.theme}
            onChoose={(value) => choose({ theme: value === "light" || value === "dark" ? value : "auto" })}
          >
            {(["auto", "light", "dark"] as const).map((theme) => (
              <option key={theme} value={theme}>
                {m[`theme.${theme}`]}
              </option>
            ))}
          </Choice>
          <Choice
            label={m.language}
            value={language}
            onChoose={(value) => setLanguage(value === "en" ? "en" : "vi")}
          >
            {LOCALES.map((one) => (
              <option key={one} value={one} lang={one}>
                {m[`language.${one}`]}
              </option>
            ))}
          </Choice>
        </div>
        {view.release !== null && <p className="note">{m.frozenHint}</p>}
      </section>
      <section aria-labelledby="builder-preview">
        <h2 id="builder-preview">{m.preview}</h2>
        <p className="builder__widths">
          {WIDTHS.map((px) => (
            <button
              key={px}
              type="button"
              className="button"
              aria-pressed={px === width}
              onClick={() => setWidth(px)}
            >
              {m.width(px)}
            </button>
          ))}
          {root !== null && <a href={`${root}${path}`}>{m.open}</a>}
        </p>
        {/* A frame wider than the screen is scrolled by keys as well. */}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached */}
        <section className="builder__preview" tabIndex={0} aria-label={m.previewTitle(title, width)}>
          {root !== null && (
            <iframe
              ref={frame}
              key={path}
              src={`${root}${path}`}
              title={m.previewTitle(title, width)}
              width={width}
              height={height}
              sandbox="allow-scripts allow-popups"
            />
          )}
        </section>
      </section>
      <section aria-labelledby="builder-copy">
        <h2 id="builder-copy">{m.copy}</h2>
        {address === null && <p className="note">{m.addressUnset}</p>}
        <p className="builder__widths">
          {CODES.map((one) => (
            <button
              key={one}
              type="button"
              className="button"
              aria-pressed={one === kind}
              onClick={() => setKind(one)}
            >
              {m[`code.${one}`]}
            </button>
          ))}
        </p>
        {shownCode === null ? (
          <p className="note">{m.noImage}</p>
        ) : (
          <CodeBox kind={m[`code.${kind}`]} code={shownCode} hint={m[`hint.${kind}`]} />
        )}
      </section>
    </div>
  );
}

const CommuneOptions = ({ communes }: { readonly communes: readonly Commune[] }) => {
  const { messages } = usePage();
  return communes
    .toSorted((a, b) => a.name.localeCompare(b.name, "vi"))
    .map((commune) => (
      <option key={commune.code} value={commune.code}>
        {communeName(messages, commune)}
      </option>
    ));
};

/** Every prepared map as a link: the whole page without scripts. */
function Published() {
  const page = usePage();
  const { locale, messages, snapshot } = page;
  const m = embedBuilderMessages[locale];
  const link = (slug: string) => linkTo(page, `${EMBED_FOLDER}${slug}/`);
  return (
    <section aria-labelledby="builder-published">
      <h2 id="builder-published">{m.published}</h2>
      <p className="note">{m.publishedHint}</p>
      <ul className="builder__list">
        {INDICATORS.map(({ id, label }) => (
          <li key={id}>
            {indicatorText(messages, label)}:{" "}
            <a href={link(slugOf({ place: "province", indicator: id }))}>{m.publishedProvince}</a> ·{" "}
            <a href={link(slugOf({ place: "19", indicator: id }))}>{m.publishedProgramme}</a>
          </li>
        ))}
      </ul>
      <h3>{m.communes}</h3>
      <ul className="builder__communes">
        {snapshot.register.communes
          .toSorted((a, b) => a.name.localeCompare(b.name, "vi"))
          .map((commune) => (
            <li key={commune.code}>
              <a href={link(slugOf({ place: commune.code, indicator: null }))}>{commune.name}</a>
            </li>
          ))}
      </ul>
      <h3>{m.parameters}</h3>
      <p>
        {m.parametersHint} <code>{`${EMBED_FILE}?i=poverty&p=19&c=07654&d=2027-12-31&t=dark`}</code>
      </p>
      <dl className="builder__parameters">
        {Object.keys(EMBED_PARAMS).map((key) => (
          <div key={key}>
            <dt>
              <code>{key}</code>
            </dt>
            <dd>{m[`parameter.${key as ParameterKey}`]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
type ParameterKey = "i" | "p" | "c" | "l" | "d" | "f" | "t";

/** What the page says between its frame: the form, and every prepared map. */
export function EmbedBuilder({ choices }: { readonly choices: BuilderChoices }) {
  const { locale } = usePage();
  const m = embedBuilderMessages[locale];
  return (
    <>
      <h1>{m.title}</h1>
      <p className="builder__lead">{m.lead}</p>
      <p className="note without-script">{m.needsScript}</p>
      <Form choices={choices} />
      <Published />
    </>
  );
}
