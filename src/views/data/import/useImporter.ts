import { useCallback, useEffect, useRef, useState } from "react";
import type { Source } from "@/domain/source";
import type { Locale } from "@/i18n/locale";
import { saveFile } from "../../explore/table/saveTable";
import type { DraftSummary, Excerpt, FromImporter, RefusedFile, SheetSummary, ToImporter } from "./protocol";

/** What the worker is doing. `stopped`: a person stopped it. */
export type Standing =
  | { readonly state: "opening" | "idle" | "reading" | "stopped" | "applied" }
  | { readonly state: "checking"; readonly share: number }
  | { readonly state: "failed"; readonly detail: string };

/** Everything known of an import so far. */
export interface Importing {
  readonly standing: Standing;
  /** Sources rows may name; empty until the data are there. */
  readonly sources: readonly Source[];
  /** This device shows a draft already. */
  readonly isDraft: boolean;
  readonly sheets: readonly SheetSummary[];
  readonly refused: readonly RefusedFile[];
  readonly draft: DraftSummary | null;
  readonly excerpt: Excerpt | null;
  readonly send: (message: ToImporter) => void;
  readonly addFiles: (files: readonly File[]) => void;
  /** A file whose encoding had to be chosen. */
  readonly readAgain: (name: string, encoding: string) => void;
  readonly removeFile: (name: string) => void;
  readonly closeExcerpt: () => void;
  /** Ends whatever is under way. The files stay chosen. */
  readonly stop: () => void;
}

/** One import in a worker of its own: reading and checking never hold the page. */
export function useImporter(root: string, locale: Locale): Importing {
  const worker = useRef<Worker | null>(null);
  // A worker that is stopped forgets what it was given: it is given again.
  const files = useRef(new Map<string, { readonly file: File; readonly encoding: string | null }>());
  const [run, setRun] = useState(0);
  const [standing, setStanding] = useState<Standing>({ state: "opening" });
  const [opened, setOpened] = useState<{ readonly sources: readonly Source[]; readonly isDraft: boolean }>({
    sources: [],
    isDraft: false,
  });
  const [given, setGiven] = useState<{
    readonly sheets: readonly SheetSummary[];
    readonly refused: readonly RefusedFile[];
  }>({ sheets: [], refused: [] });
  const [draft, setDraft] = useState<DraftSummary | null>(null);
  const [excerpt, setExcerpt] = useState<Excerpt | null>(null);

  const give = useCallback(async ({ file, encoding }: { file: File; encoding: string | null }) => {
    const bytes = await file.arrayBuffer();
    const message: ToImporter = { type: "add", name: file.name, bytes, encoding };
    worker.current?.postMessage(message, [bytes]);
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another run is another worker
  useEffect(() => {
    const started = new Worker(new URL("./importWorker.ts", import.meta.url), { type: "module" });
    worker.current = started;
    started.onmessage = ({ data }: MessageEvent<FromImporter>) => {
      switch (data.type) {
        case "opened":
          setOpened(data);
          setStanding((now) => (now.state === "stopped" ? now : { state: "idle" }));
          break;
        case "sheets":
          setGiven(data);
          setDraft(null);
          setStanding((now) => (now.state === "stopped" ? now : { state: "idle" }));
          break;
        case "progress":
          setStanding({ state: "checking", share: data.share });
          break;
        case "draft":
          setDraft(data.draft);
          setStanding({ state: "idle" });
          break;
        case "rows":
          setExcerpt(data.excerpt);
          break;
        case "applied":
          setStanding({ state: "applied" });
          break;
        case "file":
          saveFile(new Blob([data.bytes], { type: data.mime }), data.name);
          break;
        case "failed":
          setStanding({ state: "failed", detail: data.detail });
          break;
      }
    };
    started.onerror = (event) => setStanding({ state: "failed", detail: event.message });
    started.postMessage({ type: "open", root, locale } satisfies ToImporter);
    for (const each of files.current.values()) void give(each);
    return () => {
      worker.current = null;
      started.terminate();
    };
  }, [root, locale, run, give]);

  const send = useCallback((message: ToImporter) => {
    if (message.type === "draft") {
      setDraft(null);
      setStanding({ state: "checking", share: 0 });
    }
    worker.current?.postMessage(message);
  }, []);
  const hand = useCallback(
    (file: File, encoding: string | null) => {
      setStanding({ state: "reading" });
      files.current.set(file.name, { file, encoding });
      give({ file, encoding }).catch((cause: unknown) =>
        setStanding({ state: "failed", detail: String(cause) }),
      );
    },
    [give],
  );
  const addFiles = useCallback(
    (chosen: readonly File[]) => {
      for (const file of chosen) hand(file, null);
    },
    [hand],
  );
  const readAgain = useCallback(
    (name: string, encoding: string) => {
      const known = files.current.get(name);
      if (known !== undefined) hand(known.file, encoding);
    },
    [hand],
  );
  const removeFile = useCallback(
    (name: string) => {
      files.current.delete(name);
      send({ type: "remove", file: name });
    },
    [send],
  );
  const closeExcerpt = useCallback(() => setExcerpt(null), []);
  const stop = useCallback(() => {
    setStanding({ state: "stopped" });
    setDraft(null);
    setRun((now) => now + 1);
  }, []);
  return {
    standing,
    ...opened,
    ...given,
    draft,
    excerpt,
    send,
    addFiles,
    readAgain,
    removeFile,
    closeExcerpt,
    stop,
  };
}
