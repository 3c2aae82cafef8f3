import { takeSnapshot } from "@/analysis/takeSnapshot";
import { isIsoDate } from "@/domain/date";
import type { Manifest } from "@/domain/manifest";
import type { Register } from "@/domain/register";
import type { KeptRelease } from "@/domain/releaseIndex";
import type { Site } from "@/domain/site";
import type { Locale } from "@/i18n/locale";
import { EMBED_FOLDER } from "@/state/embedView";
import { FALLBACK_DAY } from "../../explore/known";
import { PageFrame } from "../../page/PageFrame";
import { readingPage } from "../../page/readingPage";
import { defaultIndicatorId } from "../embedModel";
import { EmbedBuilder } from "./EmbedBuilder";

/** The whole page of the builder, from the register alone. The same for the build and the browser, which alone knows `releases` and `root`. */
export function BuilderPage({
  data,
  locale,
  releases,
  root,
}: {
  readonly data: {
    readonly register: Register;
    readonly manifest: Manifest | null;
    readonly site: Site | null;
  };
  readonly locale: Locale;
  readonly releases: readonly KeptRelease[];
  /** Absolute address of the open site with a slash; null: no script runs. */
  readonly root: string | null;
}) {
  const day = data.manifest?.defaultAsOf ?? "";
  const snapshot = takeSnapshot(data.register, isIsoDate(day) ? day : FALLBACK_DAY);
  const page = readingPage({ locale, path: EMBED_FOLDER }, null, snapshot, data);
  return (
    <PageFrame page={page} className="builder">
      <EmbedBuilder
        choices={{
          releases,
          defaultIndicator: defaultIndicatorId(snapshot),
          hasProgramme: snapshot.statuses.size > 0,
          root,
        }}
      />
    </PageFrame>
  );
}
