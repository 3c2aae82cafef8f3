import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BBox } from "@/domain/units";
import { renderSceneToSvg } from "@/render/svg/renderSceneToSvg";
import { buildMapScene } from "@/scene/buildScene";
import { DEFAULT_LAYERS } from "@/scene/layers";
import { locator, sceneInput } from "../fixtures/programme";
import { Specimen } from "./specimen";

/**
 * Pictures a person can open: `npx vitest run test/visual -u` draws them anew after a change that is meant. They stand on the real
 * boundaries and an invented Programme, so the scenario may change without moving them.
 */
const PROVINCE: BBox = [105.88, 20.97, 107.03, 21.63];
const COMMUNE: BBox = [106.86, 21.27, 107.02, 21.37];
const FILE = { width: 746, height: 600, locale: "vi", locator } as const;
/** One path a line, so that a difference can be read. */
const lines = (svg: string): string => `${svg.replaceAll("><", ">\n<")}\n`;
const without = (...ids: string[]) => DEFAULT_LAYERS.filter((id) => !ids.includes(id));

test.each([
  ["map-light", "physical-progress", "light", PROVINCE, null, without("relief")],
  ["map-dark", "physical-progress", "dark", PROVINCE, "07654", without("relief")],
  ["map-poverty", "poverty", "light", PROVINCE, null, without("relief", "works", "hazard", "unassessed")],
  ["map-hazard", "hazard-high", "light", PROVINCE, null, without("relief", "works")],
  [
    "map-commune",
    "physical-progress",
    "light",
    COMMUNE,
    "07654",
    [...without("relief"), "villages", "events"],
  ],
] as const)("%s", async (name, indicator, theme, frame, selected, layers) => {
  const scene = buildMapScene(
    sceneInput(indicator, {
      layers,
      selection: selected === null ? null : { type: "commune", id: selected },
    }),
  );
  await expect(lines(renderSceneToSvg(scene, { ...FILE, theme, frame }))).toMatchFileSnapshot(
    `./${name}.svg`,
  );
});

test.each(["light", "dark"] as const)("every ramp, pattern and sign, %s", async (theme) => {
  await expect(lines(renderToStaticMarkup(<Specimen theme={theme} />))).toMatchFileSnapshot(
    `./specimen-${theme}.svg`,
  );
});
