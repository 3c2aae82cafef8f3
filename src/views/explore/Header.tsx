import { useState } from "react";
import type { Kind } from "@/domain/source";
import { formatDate } from "@/i18n/format";
import { writeView } from "@/state/params";
import type { Theme } from "@/state/view";
import { Icon, Logo } from "@/ui/icons";
import { useExplore, useShown } from "./context";

const NEXT_THEME: Record<Theme, Theme> = { auto: "light", light: "dark", dark: "auto" };

const PAGES = ["so-sanh", "chi-tieu", "xa", "cong-trinh", "bao-cao", "du-lieu"] as const;

/** The other pages of the site, in the header where there is room, else in the panel. */
export function PageLinks() {
  const { explore } = useExplore().messages;
  return PAGES.map((page) => (
    <a key={page} href={`${page}/`}>
      {explore[`page.${page}`]}
    </a>
  ));
}

/** Title, the other pages, search, question, copy link, theme, language. */
export function Header({
  onSearch,
  onAsk,
  onTheme,
  onCopyLink,
}: {
  readonly onSearch: () => void;
  /** A spatial question is to be asked. */
  readonly onAsk: () => void;
  readonly onTheme: (theme: Theme) => void;
  /** Resolves to whether the address is on the clipboard. */
  readonly onCopyLink: () => Promise<boolean>;
}) {
  const { messages, locale, snapshot } = useExplore();
  const { view } = useShown();
  const m = messages.explore;
  const [copied, setCopied] = useState<"" | "copied" | "copyFailed">("");
  return (
    <header className="header">
      <div className="brand">
        <Logo />
        <div>
          <h1 className="brand__title">{m.title}</h1>
          <p className="brand__subtitle">
            <span className="brand__place">{m.subtitle}</span>
            <span className="brand__as-of">{m.asOfShort(formatDate(locale, snapshot.asOf))}</span>
          </p>
        </div>
      </div>
      <nav className="nav" aria-label={m.pages}>
        <PageLinks />
      </nav>
      <div className="header__tools">
        <button
          type="button"
          className="button header__search needs-script"
          aria-label={m.search}
          aria-haspopup="dialog"
          onClick={onSearch}
        >
          <Icon name="search" />
          <span className="button__label">{m.search}</span>
        </button>
        <button type="button" className="button header__ask needs-script" onClick={onAsk}>
          <Icon name="question" /> <span className="button__label">{m.questions}</span>
        </button>
        <button
          type="button"
          className="button needs-script"
          aria-label={m.copyLink}
          onClick={() => {
            void onCopyLink().then((done) => setCopied(done ? "copied" : "copyFailed"));
          }}
          onBlur={() => setCopied("")}
        >
          <Icon name="link" />
          <span className="button__label">{copied === "" ? m.copyLink : m[copied]}</span>
        </button>
        <span className="hidden-text" role="status">
          {copied === "" ? "" : m[copied]}
        </span>
        <button
          type="button"
          className="button button--icon needs-script"
          aria-label={m.themeNow(m[`theme.${view.theme}`])}
          title={m.themeNow(m[`theme.${view.theme}`])}
          onClick={() => onTheme(NEXT_THEME[view.theme])}
        >
          <Icon name={view.theme} />
        </button>
        <a
          className="button"
          href={`${locale === "vi" ? "en/" : "../"}${writeView(view)}`}
          hrefLang={locale === "vi" ? "en" : "vi"}
          lang={locale === "vi" ? "en" : "vi"}
          aria-label={`${m.otherLanguage} – ${m.otherLanguageLabel}`}
        >
          {m.otherLanguage}
        </a>
      </div>
    </header>
  );
}

/** The band that cannot be closed: this is not official. Absent when nothing shown is invented. */
export function KindBand({ kind }: { readonly kind: Kind }) {
  const { messages, openSources } = useExplore();
  const m = messages.explore;
  if (kind !== "illustrative") return <div className="band band--none" />;
  return (
    <section className="band" aria-label={m.bandBold}>
      <svg className="band__key" viewBox="0 0 22 14" aria-hidden="true">
        <rect
          x="0.5"
          y="0.5"
          width="21"
          height="13"
          fill="none"
          stroke="var(--c-line2)"
          strokeDasharray="2 1.5"
        />
        <path d="M2 12L10 2M7 12L15 2M12 12L20 2" stroke="var(--c-ink2)" strokeWidth="1.2" />
      </svg>
      <p className="band__text">
        <strong>{m.bandBold}</strong>
        <span className="band__dash">{m.bandDash}</span> <span className="band__long">{m.bandLong}</span>
        <span className="band__short">{m.bandShort}</span>
      </p>
      <button type="button" className="button button--text band__link needs-script" onClick={openSources}>
        <span className="band__link-long">{m.bandLink}</span>
        <span className="band__link-short">{m.bandLinkShort}</span>
      </button>
    </section>
  );
}
