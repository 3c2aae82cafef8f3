import { aboutPages } from "./about";
import { communeDossiers } from "./communeDossiers";
import { comparePages } from "./compare";
import { dossierIndexes } from "./dossierIndexes";
import type { PageBuilder } from "./sitePage";
import { workDossiers } from "./workDossiers";

/** Every page beside the map itself. */
export const PAGE_BUILDERS: readonly PageBuilder[] = [
  aboutPages,
  comparePages,
  dossierIndexes,
  communeDossiers,
  workDossiers,
];
