import { aboutPages } from "./about";
import { communeDossiers } from "./communeDossiers";
import { comparePages } from "./compare";
import { dossierIndexes } from "./dossierIndexes";
import { reportPages } from "./report";
import type { PageBuilder } from "./sitePage";
import { targetsPages } from "./targets";
import { workDossiers } from "./workDossiers";

/** Every page beside the map itself. */
export const PAGE_BUILDERS: readonly PageBuilder[] = [
  aboutPages,
  comparePages,
  targetsPages,
  reportPages,
  dossierIndexes,
  communeDossiers,
  workDossiers,
];
