import { dossierMessages } from "@/i18n/messages/dossier";
import { pageMessages } from "@/i18n/messages/page";
import { usePage } from "../page/context";
import { PageQr } from "../page/QrCode";
import { communePath, LANGUAGE_FOLDERS, linkTo, workPath } from "../page/sitePages";
import type { CommuneFacts } from "./dossierFacts";
import { Part } from "./Parts";
import { villageAnchor } from "./WorksTable";

/** A sheet to cut up: a code for every work, to put on its site board, and one for every village that works name. */
export function CodeSheet({ facts, name }: { readonly facts: CommuneFacts; readonly name: string }) {
  const page = usePage();
  const { locale, address } = page;
  const m = dossierMessages[locale];
  const folder = LANGUAGE_FOLDERS[locale];
  const named = new Set(facts.states.flatMap(({ work }) => work.villageIds));
  const villages = facts.villages.filter(({ villageId }) => named.has(villageId));
  if (facts.states.length === 0) return null;
  return (
    <div className="dossier__codes">
      <Part
        id="ma-qr"
        title={m.codes(name)}
        note={
          <>
            {address === null && (
              <span className="without-code">
                {pageMessages[locale].addressUnset} {m.codesUnset}
              </span>
            )}
            <span className={address === null ? "with-code" : undefined}>{m.codesNote}</span>
          </>
        }
      >
        <h3 className="part__subtitle">{m.codesWorks}</h3>
        <ul className="codes">
          {facts.states.map(({ work }) => (
            <li key={work.workId} className="codes__item">
              <PageQr path={`${folder}${workPath(work.workId)}`} what={work.name} />
              <a href={linkTo(page, workPath(work.workId))}>
                {facts.numbers.get(work.workId)}. {work.name}
              </a>
              <span className="muted">{work.workId}</span>
            </li>
          ))}
        </ul>
        {villages.length > 0 && (
          <>
            <h3 className="part__subtitle">{m.codesVillages}</h3>
            <ul className="codes">
              {villages.map(({ villageId, name: village }) => (
                <li key={villageId} className="codes__item">
                  <PageQr
                    path={`${folder}${communePath(facts.commune.code)}#${villageAnchor(villageId)}`}
                    what={village}
                  />
                  <a href={`#${villageAnchor(villageId)}`}>{village}</a>
                  <span className="muted">{villageId}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </Part>
    </div>
  );
}
