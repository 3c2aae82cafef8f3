import { capitalPlanForm } from "./capitalPlan";
import { communePlansForm, communeStatusForm } from "./communes";
import type { Localised, TableForm } from "./form";
import { hazardEventsForm } from "./hazardEvents";
import { hazardAssessedForm, hazardZonesForm, workLinesForm } from "./mapLayers";
import { povertyForm, relocationsForm } from "./poverty";
import { sourcesForm } from "./sources";
import { observationsForm, targetsForm } from "./targets";
import { villagesForm } from "./villages";
import { workPlansForm } from "./workPlans";
import { workReportsForm } from "./workReports";
import { worksForm } from "./works";

/** Every table that can be handed in, in the order of the templates; those that only map files hold come last. */
export const FORMS: readonly TableForm[] = [
  worksForm,
  workPlansForm,
  workReportsForm,
  capitalPlanForm,
  povertyForm,
  villagesForm,
  targetsForm,
  observationsForm,
  communeStatusForm,
  communePlansForm,
  relocationsForm,
  hazardEventsForm,
  sourcesForm,
  workLinesForm,
  hazardZonesForm,
  hazardAssessedForm,
];

/** The sheet of a template that shows what a row looks like: never read. */
export const EXAMPLE_SHEETS: Localised = { vi: "Ví dụ", en: "Example" };

/** Null: there is no such form. */
export const formOf = (id: string): TableForm | null => FORMS.find((form) => form.id === id) ?? null;
