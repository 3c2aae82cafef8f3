import { BLANKS } from "@/analysis/snapshot";
import { isIsoDate } from "@/domain/date";
import { releaseOf } from "@/domain/release";
import { KINDS } from "@/domain/source";
import { LOCATION_CLASSES } from "@/domain/work";
import { formatDate, formatNumber } from "@/i18n/format";
import { messagesFor } from "@/i18n/messages";
import { aboutMessages } from "@/i18n/messages/about";
import { INDICATORS } from "@/indicators";
import { SMALL_BELOW } from "@/indicators/rankCommunes";
import type { ExploreData } from "@/views/explore/data";
import { indicatorText } from "@/views/explore/valueText";
import type { ReadingPage } from "@/views/page/context";
import { PageFrame } from "@/views/page/PageFrame";
import { linkToRoot } from "@/views/page/sitePages";

/** From this deviation on a drawn area is said to differ (DATA.md › Rules), percent. */
const DEVIATION_SAID = 2;
const TERMS = ["physical", "disbursement", "plan", "investment", "stage", "zone", "asOf"] as const;
const LICENCE_FILES = ["be-vietnam-pro-OFL.txt", "inter-OFL.txt", "CC-BY-4.0.txt"] as const;

/** What the map is, who runs it, what is real, how it is computed: from the registries and the data, so that nothing here can go stale alone. */
export function AboutPage({ data, page }: { readonly data: ExploreData; readonly page: ReadingPage }) {
  const { locale } = page;
  const m = aboutMessages[locale];
  const messages = messagesFor(locale);
  const { register, manifest, site } = data;
  const number = (value: number, digits = 0) => formatNumber(locale, value, digits);
  const isIllustrative = register.sources.some(({ kind }) => kind === "illustrative");
  const deviating = register.communes.filter(
    ({ areaKm2, drawnAreaKm2 }) => Math.abs((100 * (drawnAreaKm2 - areaKm2)) / areaKm2) >= DEVIATION_SAID,
  ).length;
  const release = releaseOf(manifest);
  const asOf = manifest?.defaultAsOf ?? "";
  const feedback = site?.feedback;
  const ways =
    feedback === undefined
      ? []
      : [
          ...(feedback.mail === null
            ? []
            : [{ name: m.mail, href: `mailto:${feedback.mail}`, text: feedback.mail }]),
          ...(feedback.form === null ? [] : [{ name: m.form, href: feedback.form, text: feedback.form }]),
          ...(feedback.phone === null
            ? []
            : [{ name: m.phone, href: `tel:${feedback.phone}`, text: feedback.phone }]),
        ];
  const parts = [
    "what",
    "who",
    "data",
    "methods",
    "glossary",
    "privacy",
    "access",
    "error",
    "licences",
  ] as const;
  return (
    <PageFrame page={page} className="about__text" view="">
      <h1>{m.title}</h1>
      <nav aria-label={m.contents} className="about__contents">
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{m[part]}</a>
            </li>
          ))}
        </ul>
      </nav>
      <h2 id="what">{m.what}</h2>
      <p>{m.what1}</p>
      <p>{m.what2}</p>
      <h2 id="who">{m.who}</h2>
      <p>{site?.operator ? m.whoSet(site.operator) : m.whoUnset}</p>
      <h2 id="data">{m.data}</h2>
      {release !== null && isIsoDate(asOf) && <p>{m.release(release, formatDate(locale, asOf))}</p>}
      {!isIllustrative && <p>{m.missing}</p>}
      <p>{m.data1}</p>
      <dl className="about__list">
        {KINDS.map((kind) => {
          const count = register.sources.filter((source) => source.kind === kind).length;
          return (
            <div key={kind}>
              <dt>{messages.domain[`kind.${kind}`]}</dt>
              <dd>
                {m[`kind.${kind}`]} – {m.kindCount(number(count))}
              </dd>
            </div>
          );
        })}
      </dl>
      <h3>{m.sources}</h3>
      <ul>
        {KINDS.flatMap((kind) => register.sources.filter((source) => source.kind === kind)).map((source) => (
          <li key={source.sourceId}>
            <span lang="vi">
              {source.title}. {source.publisher}.
            </span>{" "}
            ({messages.domain[`kind.${source.kind}`]}; <span lang="vi">{source.licence}</span>)
          </li>
        ))}
      </ul>
      <h2 id="methods">{m.methods}</h2>
      <h3>{m.indicators}</h3>
      <p>{m.overall}</p>
      <dl className="about__list">
        {INDICATORS.map((indicator) => (
          <div key={indicator.id}>
            <dt>{indicatorText(messages, indicator.label)}</dt>
            <dd>
              {indicatorText(messages, indicator.definition)} ({indicatorText(messages, indicator.unitText)}
              ).{" "}
              {indicator.breaks.kind === "fixed"
                ? m.breaksFixed(indicator.breaks.breaks.map((at) => number(at, indicator.digits)).join(" · "))
                : m.breaksData}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{m.late}</h3>
      <p>{m.lateText}</p>
      <h3>{m.ranking}</h3>
      <p>{m.rankingText(SMALL_BELOW.works, SMALL_BELOW.households)}</p>
      <h3>{m.location}</h3>
      <p>{m.locationText}</p>
      <ul>
        {LOCATION_CLASSES.map((one) => (
          <li key={one}>{messages.domain[`location.${one}`]}</li>
        ))}
      </ul>
      <h3>{m.blanks}</h3>
      <p>{m.blanksText}</p>
      <dl className="about__list">
        {BLANKS.map((blank) => (
          <div key={blank}>
            <dt>{messages.domain[`blank.${blank}`]}</dt>
            <dd>{messages.scene[`explain.${blank}`]}</dd>
          </div>
        ))}
      </dl>
      <h3>{m.hazard}</h3>
      <p>{m.hazardText}</p>
      <h3>{m.questions}</h3>
      <p>{m.questionsText}</p>
      <h3>{m.poverty}</h3>
      <p>{m.povertyText}</p>
      <h3>{m.boundaries}</h3>
      <p>{m.boundariesText(number(deviating))}</p>
      <h2 id="glossary">{m.glossary}</h2>
      <dl className="about__list">
        {TERMS.map((term) => (
          <div key={term}>
            <dt>{m[`term.${term}`]}</dt>
            <dd>{m[`meaning.${term}`]}</dd>
          </div>
        ))}
      </dl>
      <h2 id="privacy">{m.privacy}</h2>
      <p>{m.privacyText}</p>
      <h2 id="access">{m.access}</h2>
      <p>{m.accessText}</p>
      <h2 id="error">{m.error}</h2>
      {ways.length === 0 ? (
        <p>{m.errorUnset}</p>
      ) : (
        <ul>
          {ways.map(({ name, href, text }) => (
            <li key={name}>
              {name}: <a href={href}>{text}</a>
            </li>
          ))}
        </ul>
      )}
      <h2 id="licences">{m.licences}</h2>
      <p>{m.licencesText}</p>
      <p>
        {m.licenceFiles}{" "}
        {LICENCE_FILES.map((file, index) => (
          <span key={file}>
            {index > 0 && ", "}
            <a href={linkToRoot(page, `licences/${file}`)}>{file}</a>
          </span>
        ))}
      </p>
    </PageFrame>
  );
}
