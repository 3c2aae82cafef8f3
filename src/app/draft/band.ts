import { currentDraft, leaveDraft, undoDraft } from "@/datasets/draftStore";
import { formatDate } from "@/i18n/format";
import type { Locale } from "@/i18n/locale";
import { draftMessages } from "@/i18n/messages/draft";
import { hideDrafts, siteRoot } from "./registration";

/** In front of everything, on screen and on paper; the colours are a note's in either theme. */
const STYLES = `
.draft-band{position:fixed;inset-block-end:0;inset-inline:0;z-index:1000;display:flex;flex-wrap:wrap;gap:4px 12px;align-items:center;justify-content:center;padding:5px 12px;font-size:13px;line-height:18px;color:#1f1c17;background:#ffe9a8;border-block-start:2px dashed #7a5b00}
.draft-band :is(button,a){font:inherit;color:#1f1c17;background:none;border:1px solid #7a5b00;border-radius:4px;padding:3px 10px;min-height:28px;cursor:pointer;text-decoration:none}
.draft-band :is(button,a):focus-visible{outline:2px solid #1f1c17;outline-offset:2px}
@media screen{body{padding-block-end:var(--draft-band,0)}body:has(.explore){padding:0}.explore{height:calc(100dvh - var(--draft-band,0px))}}
@media print{.draft-band{position:static;justify-content:start;break-after:avoid}.draft-band :is(button,a){display:none}}
`;

/**
 * Says on every page that this device shows a draft, with the way back. `drawn`: the page draws the draft itself; otherwise it was
 * prerendered of what was published, and that is said instead.
 */
export async function showDraftBand(drawn: boolean): Promise<void> {
  const locale: Locale = document.documentElement.lang === "en" ? "en" : "vi";
  const root = await siteRoot();
  const draft = root === null ? null : await currentDraft(root);
  if (root === null || draft === null || document.querySelector(".draft-band") !== null) return;
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
  const leave = async () => {
    await leaveDraft(root);
    await hideDrafts(root);
  };
  const undo = async () => {
    if (!(await undoDraft(root))) await hideDrafts(root);
  };
  band.append(text, button(m.undo, undo), button(m.leave, leave));
  // First in the body: on paper it stands on the first sheet.
  document.body.prepend(band);
  const makeRoom = () =>
    document.documentElement.style.setProperty("--draft-band", `${Math.ceil(band.offsetHeight)}px`);
  new ResizeObserver(makeRoom).observe(band);
  makeRoom();
}
