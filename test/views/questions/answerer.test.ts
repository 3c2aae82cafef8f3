import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { isoDate } from "@/domain/date";
import type { Question } from "@/domain/question";
import { allOf, conditionOf, QUESTION_EXAMPLES } from "@/domain/questionExamples";
import { answerer } from "@/views/explore/questions/answerer";
import type { FromWorker, ToWorker } from "@/views/explore/questions/protocol";

const BASE = "https://karte.test/unter/data/";
const DAY = isoDate("2028-09-30");
const [{ question }] = QUESTION_EXAMPLES;
let refused: (path: string) => boolean = () => false;

beforeEach(() => {
  refused = () => false;
  vi.stubGlobal("fetch", async (address: string | URL) => {
    const path = String(address).replace(BASE, "").replace(/\?.*$/, "");
    if (refused(path)) return new Response("", { status: 404 });
    return new Response(readFileSync(`public/data/${path}`));
  });
});
afterEach(() => vi.unstubAllGlobals());

type Said<Type extends FromWorker["type"]> = FromWorker & { readonly type: Type };

function aWorker() {
  const said: FromWorker[] = [];
  const tell = answerer((message) => said.push(message));
  const of = <Type extends FromWorker["type"]>(type: Type): Said<Type>[] =>
    said.filter((message): message is Said<Type> => message.type === type);
  return {
    tell,
    of,
    ask: (number: number, asked: Question = question, asOf = DAY) =>
      tell({ type: "ask", number, question: asked, asOf }),
    file: (name: string, text: string | Uint8Array) =>
      tell({
        type: "layer",
        number: 0,
        name,
        bytes: (typeof text === "string" ? new TextEncoder().encode(text) : text).slice().buffer,
        frame: [105.8, 20.9, 107.1, 21.7],
      } satisfies ToWorker),
  };
}

const LAYER = JSON.stringify({
  type: "Polygon",
  coordinates: [
    [
      [106.6, 21.1],
      [107, 21.1],
      [107, 21.5],
      [106.6, 21.5],
      [106.6, 21.1],
    ],
  ],
});

describe("a question", () => {
  test("is answered with its number, on fine boundaries, with a summary", async () => {
    const { tell, ask, of } = aWorker();
    await tell({ type: "data", base: BASE });
    await ask(7);
    const [answer, ...more] = of("answer");
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ number: 7, boundaries: "fine" });
    expect(answer?.answered.counts.yes).toBeGreaterThan(0);
    expect(answer?.byCommune.length).toBeGreaterThan(0);
  });

  test("asked before the data are there waits for them", async () => {
    const { tell, ask, of } = aWorker();
    await Promise.all([tell({ type: "data", base: BASE }), ask(1)]);
    expect(of("answer").map(({ number }) => number)).toEqual([1]);
  });

  test("gives way to a later one, and to a stop", async () => {
    const { tell, ask, of } = aWorker();
    await tell({ type: "data", base: BASE });
    await Promise.all([ask(1), ask(2)]);
    expect(of("answer").map(({ number }) => number)).toEqual([2]);
    const stopped = aWorker();
    await Promise.all([
      stopped.tell({ type: "data", base: BASE }),
      stopped.ask(1),
      stopped.tell({ type: "stop", number: 1 }),
    ]);
    expect(stopped.of("answer")).toEqual([]);
  });

  test("can be stopped while it is worked out, and says how far it is", async () => {
    const { tell, ask, of } = aWorker();
    await tell({ type: "data", base: BASE });
    let clock = 0;
    // A machine so slow that every step is a stretch of its own.
    vi.spyOn(performance, "now").mockImplementation(() => (clock += 50));
    const asked = ask(1);
    await new Promise((resolve) => setTimeout(resolve, 1));
    await tell({ type: "stop", number: 1 });
    await asked;
    vi.restoreAllMocks();
    expect(of("progress").length).toBeGreaterThan(0);
    for (const { share } of of("progress")) expect(share).toBeLessThanOrEqual(1);
    expect(of("answer")).toEqual([]);
  });

  test("is answered on simplified boundaries where the fine ones are missing, and without any says so", async () => {
    refused = (path) => path.includes("communes-15m");
    const coarse = aWorker();
    await coarse.tell({ type: "data", base: BASE });
    await coarse.ask(1);
    expect(coarse.of("answer")[0]?.boundaries).toBe("coarse");
    refused = (path) => path.endsWith(".topojson");
    const bare = aWorker();
    await bare.tell({ type: "data", base: BASE });
    await bare.ask(1, QUESTION_EXAMPLES.find(({ id }) => id === "communesUnderHighRisk")!.question);
    const [answer] = bare.of("answer");
    expect(answer?.boundaries).toBe("none");
    expect(answer?.answered.counts).toEqual({ yes: 0, no: 0, unknown: 99 });
  });
});

describe("a reader's file", () => {
  const onLayer = (hash: string): Question => ({
    subject: allOf("works"),
    joiner: "and",
    conditions: [conditionOf("touches", { type: "layer", name: "x", hash })],
    scope: { type: "province" },
    base: null,
  });

  test("is what a question with its hash is held against, and no other", async () => {
    const { tell, ask, file, of } = aWorker();
    await tell({ type: "data", base: BASE });
    await file("vùng.geojson", LAYER);
    const [{ layer, problems, rows, format }] = of("layer") as [Said<"layer">];
    expect({ features: layer?.features, problems, rows, format }).toEqual({
      features: 1,
      problems: [],
      rows: 1,
      format: "geojson",
    });
    expect(layer?.box).toEqual([106.6, 21.1, 107, 21.5]);
    expect(layer?.drawn).toHaveLength(1);
    await ask(1, onLayer(layer!.hash));
    await ask(2, onLayer("0123456789abcdef"));
    const [open, missing] = of("answer");
    expect(open?.answered.counts.yes).toBeGreaterThan(0);
    expect(missing?.answered.counts).toMatchObject({ yes: 0, no: 0 });
    expect(missing?.answered.items[0]?.because).toContain("layer-missing");
  });

  test("that is refused takes nothing away", async () => {
    const { tell, ask, file, of } = aWorker();
    await tell({ type: "data", base: BASE });
    await file("vùng.geojson", LAYER);
    await file("vùng.geojson", new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
    const [good, bad] = of("layer");
    expect(bad?.layer).toBeNull();
    expect(bad?.problems[0]?.code).toBe("archive");
    await ask(1, onLayer(good!.layer!.hash));
    expect(of("answer")[0]?.answered.counts.yes).toBeGreaterThan(0);
  });

  test("with very many corners is asked, not drawn", async () => {
    const { file, of } = aWorker();
    const coordinates = Array.from({ length: 20_001 }, (_, index) => [106.5 + index * 1e-5, 21.3]);
    await file("tuyến.geojson", JSON.stringify({ type: "LineString", coordinates }));
    expect(of("layer")[0]?.layer).toMatchObject({ features: 1, drawn: null });
  });
});

test("data that cannot be loaded are a failure that is said, and later questions do not hang", async () => {
  refused = () => true;
  const { tell, ask, of } = aWorker();
  await tell({ type: "data", base: BASE });
  await ask(3);
  expect(of("failed").length + of("answer").length).toBeGreaterThan(0);
});
