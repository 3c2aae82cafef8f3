import { expect, test } from "vitest";
import { type EmbedDescription, embedSnippet, oembedJson } from "../../../scripts/prerender/oembed";

const DESCRIPTION: EmbedDescription = {
  address: "https://bando.example.vn/ct22/",
  path: "en/nhung/poverty/",
  locale: "en",
  title: 'Poverty & "progress" <b>',
  size: { width: 640, height: 520 },
  thumbnail: { path: "en/nhung/poverty/hinh.png", width: 1280, height: 1046 },
};

test("an oEmbed 1.0 answer of type rich, with all that the type asks for", () => {
  const { html, ...answer } = JSON.parse(oembedJson(DESCRIPTION));
  expect(answer).toEqual({
    version: "1.0",
    type: "rich",
    title: 'Poverty & "progress" <b>',
    provider_name: "Programme 22 map",
    provider_url: "https://bando.example.vn/ct22/",
    cache_age: 86_400,
    width: 640,
    height: 520,
    thumbnail_url: "https://bando.example.vn/ct22/en/nhung/poverty/hinh.png",
    thumbnail_width: 1280,
    thumbnail_height: 1046,
  });
  expect(html).toBe(embedSnippet(DESCRIPTION));
});

test("without a thumbnail none of its three members is there", () => {
  expect(Object.keys(JSON.parse(oembedJson({ ...DESCRIPTION, thumbnail: null })))).not.toContainEqual(
    expect.stringMatching(/^thumbnail/),
  );
});

test("the frame has a name, waits until it is near, and may do no more than it needs", () => {
  expect(embedSnippet(DESCRIPTION)).toBe(
    '<iframe src="https://bando.example.vn/ct22/en/nhung/poverty/" title="Poverty &amp; &quot;progress&quot; &lt;b&gt;" width="640" height="520" loading="lazy" sandbox="allow-scripts allow-popups"></iframe>',
  );
});

test("the provider is named in the reader's language; the text ends with a line", () => {
  const text = oembedJson({ ...DESCRIPTION, locale: "vi" });
  expect(JSON.parse(text).provider_name).toBe("Bản đồ Chương trình 22");
  expect(text.endsWith("}\n")).toBe(true);
});
