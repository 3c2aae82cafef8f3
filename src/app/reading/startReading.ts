import { startFilterList } from "@/views/dossier/filterList";
import { noticeDraft } from "../draft/noticeDraft";
import { keepCodesFilled } from "./fillCodes";
import { noticeNewer } from "./noticeNewer";

/**
 * What a reading page gains with scripts, by delegation, so that it does not matter which part of the page was drawn when.
 * A page without scripts lacks nothing but these. `drawn`: the page's own script draws it of the data that are there now.
 */
export function startReading(drawn = false): void {
  keepCodesFilled();
  noticeDraft(drawn);
  if (!drawn) noticeNewer();
  document.addEventListener("click", (event) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    if (target.closest("[data-print]") !== null) print();
    const save = target.closest<HTMLElement>("[data-save]");
    if (save !== null) void saveOnDemand(save);
    const batch = target.closest<HTMLElement>("[data-batch-print]");
    if (batch !== null) void batchOnDemand(batch);
  });
  startFilterList();
}

/** Few save a figure: the code comes with the first click. What came of it is said beside the button, also that nothing came. */
async function saveOnDemand(button: HTMLElement): Promise<void> {
  const figure = button.closest<HTMLElement>("[data-figure]");
  const said = figure?.querySelector<HTMLElement>(".figure__said");
  if (figure === null || said === null || said === undefined) return;
  said.replaceChildren();
  try {
    const { saveFigure } = await import("@/views/page/picture/saveFigure");
    said.replaceChildren(await saveFigure(figure, button.dataset.save === "svg" ? "svg" : "png"));
  } catch (cause) {
    console.warn(cause);
    said.replaceChildren(said.dataset.failed ?? "");
  }
}

async function batchOnDemand(button: HTMLElement): Promise<void> {
  try {
    const { batchPrint } = await import("./batchPrint");
    await batchPrint(button);
  } catch (cause) {
    console.warn(cause);
    const said = button.closest("[data-batch]")?.querySelector<HTMLElement>("[data-batch-said]");
    said?.replaceChildren(said.dataset.failed ?? "");
  }
}
