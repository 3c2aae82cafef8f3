import { LOCALES } from "@/i18n/locale";
import { notFoundMessages } from "@/i18n/messages/notFound";

/** What is shown where there is nothing, in both languages: the address does not say which one the reader wants. */
export function NotFoundPage({ home }: { readonly home: string }) {
  return (
    <main className="not-found">
      {LOCALES.map((locale, index) => {
        const m = notFoundMessages[locale];
        const Heading = index === 0 ? "h1" : "h2";
        return (
          <section key={locale} lang={locale} className="section">
            <p className="muted">{m.siteName}</p>
            <Heading className="headline">{m.title}</Heading>
            <p>{m.text}</p>
            <p>
              <a href={locale === "vi" ? home : `${home}en/`}>{m.toMap}</a>
            </p>
          </section>
        );
      })}
    </main>
  );
}
