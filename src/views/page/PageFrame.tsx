import type { ReactNode } from "react";
import { releaseOf } from "@/domain/release";
import { formatDate } from "@/i18n/format";
import { pageMessages } from "@/i18n/messages/page";
import { EMBED_FOLDER } from "@/state/embedView";
import { Logo } from "@/ui/icons";
import { PageIcon } from "@/ui/pageIcons";
import { ExploreProvider } from "../explore/context";
import { type ReadingPage, ReadingPageProvider } from "./context";
import { LANGUAGE_FOLDERS, linkTo, linkToLanguage, linkToRoot, SITE_PAGE_IDS, SITE_PAGES } from "./sitePages";

const nothing = () => undefined;

/** The same for every part of the map page that is shown here (tags, provenance, bars of stages): nothing can be selected. */
const exploreOf = (page: ReadingPage) => ({
  locale: page.locale,
  messages: page.messages,
  snapshot: page.snapshot,
  selection: null,
  communeByCode: page.communeByCode,
  villageById: page.villageById,
  sourceById: page.sourceById,
  select: nothing,
  openSources: nothing,
});

/** Where to write to; none of it is invented: unset is said. */
export function Feedback({ page }: { readonly page: Pick<ReadingPage, "site" | "locale"> }) {
  const m = pageMessages[page.locale];
  const { mail = null, form = null, phone = null } = page.site?.feedback ?? {};
  const ways = [
    { id: "mail", text: mail, href: `mailto:${mail}` },
    { id: "form", text: form, href: form ?? "" },
    { id: "phone", text: phone, href: `tel:${phone}` },
  ] as const;
  const known = ways.filter(({ text }) => text !== null);
  if (known.length === 0) return m.feedbackUnset;
  return (
    <>
      {m.feedback}:{" "}
      {known.map(({ id, text, href }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          {m[`feedback.${id}`]} <a href={href}>{text}</a>
        </span>
      ))}
      .
    </>
  );
}

/** Header with navigation, the band that cannot be closed, the page's own content, and what is true of all of it. */
export function PageFrame({
  page,
  className,
  tools,
  view,
  children,
}: {
  readonly page: ReadingPage;
  /** Of the content, for its stylesheet. */
  readonly className: string;
  /** Buttons beside the navigation, before print and language. */
  readonly tools?: ReactNode;
  /** Query of what the page shows: a code of it stands on the first sheet, filled by the page's script. Absent: the page has a code of its own. */
  readonly view?: string;
  readonly children: ReactNode;
}) {
  const { locale, messages, current, site, manifest, snapshot, kind } = page;
  const m = pageMessages[locale];
  const other = locale === "vi" ? "en" : "vi";
  const release = releaseOf(manifest);
  return (
    <ReadingPageProvider value={page}>
      <ExploreProvider value={exploreOf(page)}>
        <div className="page">
          <a className="skip" href="#content">
            {m.skip}
          </a>
          <header className="page__head">
            <a className="page__brand" href={linkTo(page, SITE_PAGES.map)}>
              <Logo />
              <span>
                <span className="brand__title">{messages.explore.title}</span>
                <span className="brand__subtitle">{messages.explore.subtitle}</span>
              </span>
            </a>
            <nav className="page__nav" aria-label={m.navigation}>
              {SITE_PAGE_IDS.map((id) => (
                <a
                  key={id}
                  href={linkTo(page, SITE_PAGES[id])}
                  aria-current={id === current ? "page" : undefined}
                >
                  {m[`page.${id}`]}
                </a>
              ))}
            </nav>
            <div className="page__tools">
              {tools}
              <button type="button" className="button needs-script" aria-label={m.print} data-print="page">
                <PageIcon name="print" /> <span className="button__label">{m.print}</span>
              </button>
              <a
                className="button"
                href={linkToLanguage(page, other)}
                hrefLang={other}
                lang={other}
                aria-label={`${messages.explore.otherLanguage} – ${messages.explore.otherLanguageLabel}`}
              >
                {messages.explore.otherLanguage}
              </a>
            </div>
            {view !== undefined && (
              <span
                // Another view is another place to fill.
                key={view}
                className="page__code"
                data-qr={`${LANGUAGE_FOLDERS[locale]}${page.path}${view}`}
                // The public address where there is one, wherever this copy was opened.
                data-root={page.address ?? linkToRoot(page)}
                data-label={m.qrLabel(current === null ? messages.explore.title : m[`page.${current}`])}
              />
            )}
          </header>
          {kind === "illustrative" && (
            <section className="page__band" aria-label={m.band}>
              <strong>{m.band}.</strong> <span className="page__band-rest">{m.bandReal}</span>
            </section>
          )}
          {release !== null && (
            // Shown by the page's script when the data of the site are of another release.
            <p
              className="page__older"
              hidden
              data-older=""
              data-release={release}
              data-data={linkToRoot(page, "data/")}
            >
              {m.older(formatDate(locale, snapshot.asOf))}{" "}
              <a href={linkTo(page, SITE_PAGES.map)}>{m.newer}</a>
            </p>
          )}
          <main id="content" className={className} tabIndex={-1}>
            {children}
          </main>
          <footer className="page__foot">
            <p>
              {m.asOf(formatDate(locale, snapshot.asOf))}
              {release !== null && ` · ${m.release(release)}`} · {m.boundaryNote}
            </p>
            <p>
              {site?.operator ? m.operator(site.operator) : m.notOfficial} <Feedback page={page} />{" "}
              <a className="page__embed" href={linkTo(page, EMBED_FOLDER)}>
                {m.embed}
              </a>
            </p>
          </footer>
        </div>
      </ExploreProvider>
    </ReadingPageProvider>
  );
}
