import { currentDraft, leaveDraft, undoDraft } from "@/datasets/draftStore";
import { formatDate } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { draftMessages } from "@/i18n/messages/draft";
import { hideDrafts } from "./registration";

/** Above everything, on screen and on paper; colours of the page's own band. */
const STYLES = `
.draft-band{position:fixed;inset-block-end:0;inset-inline:0;z-index:1000;display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;justify-content:center;padding:5px 12px;font:500 13px/1.4 var(--font-ui,system-ui),sans-serif;color:#1f1c17;background:#ffe9a8;border-block-start:2px dashed #7a5b00}
.draft-band button,.draft-band a{font:inherit;color:#1f1c17;background:none;border:1px solid #7a5b00;border-radius:4px;padding:3px 10px;min-height:26px;cursor:pointer;text-decoration:none}
.draft-band button:focus-visible,.draft-band a:focus-visible{outline:2px solid #1f1c17;outline-offset:2px}
@media screen{body{padding-block-end:40px}.draft-band--app~#root,body:has(.draft-band--app) #root{--draft-band:40px}}
@media print{.draft-band{position:static;justify-content:start}.draft-band button,.draft-band a{display:none}}
`;

/**
 * Says on every page that this device shows a draft, with the way back. `drawn`: the page draws the draft itself; otherwise it was
 * prerendered of what was published, and that is said instead.
 */
export async function showDraftBand(locale: Locale, root: string, drawn: boolean): Promise<void> {
  const draft = await currentDraft(root);
  if (draft === null || document.querySelector(".draft-band") !== null) return;
  const m = draftMessages[locale];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLES);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const band = document.createElement("section");
  band.className = "draft-band";
  band.setAttribute("aria-label", m.label);
  const text = document.createElement("span");
  const strong = document.createElement("strong");
  strong.append(m.label);
  text.append(strong, ` – ${drawn ? m.drawn(formatDate(locale, draft.state.madeOn)) : m.prerendered}`);
  const button = (label: string, act: () => Promise<void>) => {
    const element = document.createElement("button");
    element.type = "button";
    element.append(label);
    element.addEventListener("click", () => {
      element.disabled = true;
      void act().then(() => location.reload());
    });
    return element;
  };
  const link = document.createElement("a");
  link.href = `${root}${locale === "en" ? "en/" : ""}du-lieu/#nhap`;
  link.append(m.open);
  const leave = async () => {
    await leaveDraft(root);
    await hideDrafts(root);
  };
  const undo = async () => {
    if (!(await undoDraft(root))) await hideDrafts(root);
  };
  band.append(text, link, button(m.undo, undo), button(m.leave, leave));
  document.body.append(band);
}
