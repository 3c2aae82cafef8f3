import { expect, test } from "vitest";
import type { StandingPicture } from "../../../scripts/prerender/images/frame";
import { pagePictures } from "../../../scripts/prerender/pagePictures";

const pictureOf = (alt: string): StandingPicture => ({
  svg: `<svg>${alt}</svg>`,
  width: 600,
  height: 315,
  alt,
});

test("a page's own picture lies beside it; pages without one share the map's; each is drawn once", () => {
  const added: [string, string][] = [];
  let drawn = 0;
  const of = pagePictures(
    (locale) => {
      drawn++;
      return pictureOf(`map ${locale}`);
    },
    (path, { alt }) => added.push([path, alt]),
  );
  const own = () => pictureOf("An Lạc");
  expect(of({ locale: "en", path: "xa/07654/" }, own)).toEqual({
    path: "en/xa/07654/chia-se.png",
    width: 1200,
    height: 630,
    alt: "An Lạc",
  });
  expect(of({ locale: "vi", path: "" }).path).toBe("chia-se.png");
  expect(of({ locale: "vi", path: "so-sanh/" }).path).toBe("chia-se.png");
  expect(of({ locale: "en", path: "so-sanh/" })).toMatchObject({ path: "en/chia-se.png", alt: "map en" });
  of({ locale: "en", path: "xa/07654/" }, own);
  expect(drawn).toBe(2);
  expect(added).toEqual([
    ["en/xa/07654/chia-se.png", "An Lạc"],
    ["chia-se.png", "map vi"],
    ["en/chia-se.png", "map en"],
  ]);
});
