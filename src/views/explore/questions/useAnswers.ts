import { useCallback, useEffect, useRef, useState } from "react";
import type { IsoDate } from "@/domain/date";
import type { Question } from "@/domain/question";
import type { BBox } from "@/domain/units";
import type { FromWorker, OpenLayer, ToWorker } from "./protocol";

export type AnswerMessage = FromWorker & { readonly type: "answer" };
export type LayerMessage = FromWorker & { readonly type: "layer" };

/** Where a question stands: nothing asked, being worked out (and how far), answered, stopped by the reader, or failed. */
export type Standing =
  | { readonly state: "idle" }
  | { readonly state: "asking"; readonly share: number }
  | { readonly state: "answered" }
  | { readonly state: "stopped" }
  | { readonly state: "failed"; readonly detail: string };

/** A file may be read for a while; a second one asked meanwhile is read after it. */
type Reading = "idle" | "reading";

/** One worker for as long as the panel is there: asked one question at a time, the last one asked is the one answered. */
export function useAnswers(toData: string): {
  readonly standing: Standing;
  /** The last answer; it stays in sight while the next is worked out. */
  readonly answer: AnswerMessage | null;
  readonly layer: OpenLayer | null;
  /** What was said of the file opened last; null: none was. */
  readonly read: LayerMessage | null;
  readonly reading: Reading;
  readonly ask: (question: Question, asOf: IsoDate) => void;
  readonly stop: () => void;
  readonly open: (file: File, frame: BBox) => void;
} {
  const worker = useRef<Worker | null>(null);
  const number = useRef(0);
  const [standing, setStanding] = useState<Standing>({ state: "idle" });
  const [answer, setAnswer] = useState<AnswerMessage | null>(null);
  const [layer, setLayer] = useState<OpenLayer | null>(null);
  const [read, setRead] = useState<LayerMessage | null>(null);
  const [reading, setReading] = useState<Reading>("idle");

  const send = useCallback((message: ToWorker, transfer: Transferable[] = []) => {
    worker.current?.postMessage(message, transfer);
  }, []);

  useEffect(() => {
    const started = new Worker(new URL("./questionWorker.ts", import.meta.url), { type: "module" });
    worker.current = started;
    started.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      switch (data.type) {
        case "progress":
          if (data.number === number.current) setStanding({ state: "asking", share: data.share });
          break;
        case "answer":
          if (data.number !== number.current) break;
          setAnswer(data);
          setStanding({ state: "answered" });
          break;
        case "layer":
          setReading("idle");
          setRead(data);
          if (data.layer !== null) setLayer(data.layer);
          break;
        case "failed":
          setReading("idle");
          setStanding({ state: "failed", detail: data.detail });
          break;
      }
    };
    started.onerror = (event) => setStanding({ state: "failed", detail: event.message });
    started.postMessage({ type: "data", base: new URL(toData, document.baseURI).href } satisfies ToWorker);
    return () => {
      worker.current = null;
      started.terminate();
    };
  }, [toData]);

  const ask = useCallback(
    (question: Question, asOf: IsoDate) => {
      number.current += 1;
      setStanding({ state: "asking", share: 0 });
      send({ type: "ask", number: number.current, question, asOf });
    },
    [send],
  );
  const stop = useCallback(() => {
    send({ type: "stop", number: number.current });
    number.current += 1;
    setStanding({ state: "stopped" });
  }, [send]);
  const open = useCallback(
    (file: File, frame: BBox) => {
      setReading("reading");
      file.arrayBuffer().then(
        (bytes) => send({ type: "layer", number: 0, name: file.name, bytes, frame }, [bytes]),
        (cause: unknown) => {
          setReading("idle");
          setStanding({ state: "failed", detail: String(cause) });
        },
      );
    },
    [send],
  );
  return { standing, answer, layer, read, reading, ask, stop, open };
}
