import { aboutPages } from "./about";
import { communeDossiers } from "./communeDossiers";
import { comparePages } from "./compare";
import { dataPages } from "./data";
import { dossierIndexes } from "./dossierIndexes";
import { embedBuilderPages } from "./embedBuilder";
import { embedPages } from "./embeds";
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
  dataPages,
  dossierIndexes,
  communeDossiers,
  workDossiers,
  embedPages,
  embedBuilderPages,
];
