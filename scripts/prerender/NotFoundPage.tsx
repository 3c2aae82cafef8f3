import { LOCALES } from "@/i18n/locale";
import { messagesFor } from "@/i18n/messages";

/** What is shown where there is nothing, in both languages: the address does not say which one the reader wants. */
export function NotFoundPage({ home }: { readonly home: string }) {
  return (
    <main className="not-found">
      {LOCALES.map((locale, index) => {
        const m = messagesFor(locale).pages;
        const Heading = index === 0 ? "h1" : "h2";
        return (
          <section key={locale} lang={locale} className="section">
            <p className="muted">{m.siteName}</p>
            <Heading className="headline">{m.notFoundTitle}</Heading>
            <p>{m.notFoundText}</p>
            <p>
              <a href={locale === "vi" ? home : `${home}en/`}>{m.toMap}</a>
            </p>
          </section>
        );
      })}
    </main>
  );
}
