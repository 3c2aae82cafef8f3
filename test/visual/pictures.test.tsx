import { expect, test } from "vitest";
import type { BBox } from "@/domain/units";
import { buildMapScene } from "@/scene/buildScene";
import { sharePicture, staticPicture } from "../../scripts/prerender/images/scenePictures";
import { locator, sceneInput } from "../fixtures/programme";

/** Pictures of maps for messages and articles, to be opened by a person; `npx vitest run test/visual -u` draws them anew after a change that is meant. */
const PROVINCE: BBox = [105.86, 20.96, 107.03, 21.63];
const lines = (svg: string): string => `${svg.replaceAll("><", ">\n<")}\n`;

test.each([
  ["share", "vi", sharePicture],
  ["share", "en", sharePicture],
  ["static", "vi", staticPicture],
] as const)("picture: %s, %s", async (name, locale, draw) => {
  const scene = buildMapScene(
    sceneInput("physical-progress", {
      locale,
      layers: name === "share" ? ["labels"] : ["labels", "works"],
      selection: { type: "commune", id: "07654" },
    }),
  );
  const { svg } = draw({ scene, locale, locator, address: "https://bando.example.vn/", frame: PROVINCE });
  await expect(lines(svg)).toMatchFileSnapshot(`./picture-${name}-${locale}.svg`);
});
