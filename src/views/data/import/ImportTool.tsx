import { useEffect, useState } from "react";
import type { MapData } from "@/datasets";
import { isIsoDate } from "@/domain/date";
import type { Source } from "@/domain/source";
import { formatPercent } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import type { Messages } from "@/i18n/messages";
import { importToolMessages } from "@/i18n/messages/importTool";
import { PACKS } from "@/pack/packs";
import { ChangesStep } from "./ChangesStep";
import { FilesStep } from "./FilesStep";
import { ProblemsStep } from "./ProblemsStep";
import type { DraftSummary, Wish } from "./protocol";
import { type Importing, useImporter } from "./useImporter";
import { EMPTY_WISH, NEW_SOURCE, type WishFields, WishStep } from "./WishStep";

/** What the tool needs of the page it stands on. */
export interface ImportToolProps {
  readonly locale: Locale;
  readonly messages: Messages;
  /** Absolute address of the site, with its slash. */
  readonly root: string;
  /** Relative address of the map. */
  readonly mapHref: string;
  /** Today as the device has it, ISO. */
  readonly day: string;
  readonly data: Pick<MapData, "register" | "manifest" | "geometry">;
  /** Makes every page of the site on this device show the draft. Rejects where the browser cannot. */
  readonly showDraft: () => Promise<void>;
}

/** The fields as the import takes them. A day that is no day is left out, and missed by the checks. */
export function wishOf(fields: WishFields, packs: Wish["packs"]): Wish {
  const { newSource } = fields;
  const isNew = fields.sourceId === NEW_SOURCE;
  const sourceId = isNew ? newSource.id.trim() : fields.sourceId;
  const source: Source | null = isNew
    ? {
        sourceId,
        title: newSource.title.trim(),
        publisher: newSource.publisher.trim(),
        kind: newSource.kind,
        publishedOn: isIsoDate(newSource.publishedOn) ? newSource.publishedOn : null,
        retrievedOn: null,
        licence: newSource.licence.trim(),
        url: null,
        note: null,
      }
    : null;
  const filled = Object.entries(fields.fill).filter(([, value]) => value !== "");
  return {
    packs: fields.isOfficialOnly ? packs.filter((pack) => pack === "official") : packs,
    source,
    fill: { ...Object.fromEntries(filled), ...(sourceId === "" ? {} : { source_id: sourceId }) },
    replaced: fields.replaced,
  };
}

/** From files to a draft on this device, and to a release: nothing leaves the browser. */
export function ImportTool({ locale, messages, root, mapHref, day, data, showDraft }: ImportToolProps) {
  const m = importToolMessages[locale];
  const importing = useImporter(root, locale);
  const { standing, sheets, sources, draft, send, stop } = importing;
  const [wish, setWish] = useState(EMPTY_WISH);
  const packs = data.manifest?.packs ?? PACKS;
  const { communes } = data.register;
  const isChecking = standing.state === "checking";
  return (
    <div className="import">
      <h3 tabIndex={-1}>{m.title}</h3>
      <p className="data__note">{m.lead}</p>
      {importing.isDraft && <p>{m.onDraft}</p>}
      <FilesStep importing={importing} locale={locale} />
      {sheets.length > 0 && (
        <>
          <WishStep
            wish={wish}
            onChange={setWish}
            sheets={sheets}
            sources={sources}
            hasIllustrative={packs.includes("illustrative")}
            locale={locale}
            messages={messages}
          />
          <p className="import__line">
            <button
              type="button"
              className="button import__main"
              disabled={isChecking || !sheets.some(({ isUsed }) => isUsed)}
              onClick={() => send({ type: "draft", wish: wishOf(wish, packs) })}
            >
              {m.check}
            </button>
            {isChecking && (
              <button type="button" className="button" onClick={stop}>
                {m.stop}
              </button>
            )}
          </p>
        </>
      )}
      <Said importing={importing} locale={locale} />
      {draft !== null && (
        <>
          <ProblemsStep draft={draft} importing={importing} locale={locale} day={day} />
          <ChangesStep
            draft={draft}
            communes={communes}
            boundaries={data.geometry.boundaries}
            locale={locale}
          />
          <ApplyStep
            draft={draft}
            importing={importing}
            locale={locale}
            day={day}
            mapHref={mapHref}
            showDraft={showDraft}
          />
        </>
      )}
    </div>
  );
}

/** What is going on, for eye and ear. */
function Said({
  importing: { standing },
  locale,
}: {
  readonly importing: Importing;
  readonly locale: Locale;
}) {
  const m = importToolMessages[locale];
  const text = (() => {
    switch (standing.state) {
      case "opening":
        return m.opening;
      case "reading":
        return m.reading;
      case "stopped":
        return m.stopped;
      case "failed":
        return m.failed(standing.detail);
      case "checking":
        return m.checking(formatPercent(locale, Math.floor(standing.share * 100), 0));
      default:
        return "";
    }
  })();
  return (
    <p role="status" className={standing.state === "failed" ? "import__refused" : "muted"}>
      {text}
    </p>
  );
}

/** On this device, and as files to be published. */
function ApplyStep({
  draft,
  importing: { send, standing },
  locale,
  day,
  mapHref,
  showDraft,
}: Pick<ImportToolProps, "locale" | "day" | "mapHref" | "showDraft"> & {
  readonly draft: DraftSummary;
  readonly importing: Importing;
}) {
  const m = importToolMessages[locale];
  const [refused, setRefused] = useState<string | null>(null);
  const [isShown, setShown] = useState(false);
  const isApplied = standing.state === "applied";
  // Kept by the worker first; then the pages are told to read it.
  useEffect(() => {
    if (isApplied)
      showDraft().then(
        () => setShown(true),
        (cause: unknown) => setRefused(cause instanceof Error ? cause.message : String(cause)),
      );
  }, [isApplied, showDraft]);
  const isReady = draft.isReady && draft.changedRows > 0;
  return (
    <section>
      <h4>{m["step.apply"]}</h4>
      {!draft.isReady && <p className="import__refused">{m.notReady}</p>}
      <p className="import__line">
        <button
          type="button"
          className="button import__main"
          disabled={!isReady || isShown}
          onClick={() => {
            setRefused(null);
            send({ type: "apply", day });
          }}
        >
          {m.apply}
        </button>
        {isShown && (
          <a className="button" href={mapHref}>
            {m.toMap}
          </a>
        )}
      </p>
      <p role="status">{refused !== null ? m.applyFailed(refused) : isShown ? m.applied : ""}</p>
      <p className="import__line">
        <button
          type="button"
          className="button"
          disabled={!draft.isReady}
          onClick={() => send({ type: "file", which: "release", day })}
        >
          {m.release}
        </button>
        {draft.release !== null && draft.isReady && (
          <span className="muted">{m.releaseNote(draft.release)}</span>
        )}
      </p>
      {draft.hasWithheld && (
        <p className="import__line">
          <button
            type="button"
            className="button"
            disabled={!draft.isReady}
            onClick={() => send({ type: "file", which: "full", day })}
          >
            {m.full}
          </button>
          <span className="muted">{m.fullNote}</span>
        </p>
      )}
    </section>
  );
}
