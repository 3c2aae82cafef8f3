import type { Locale } from "@/i18n/locale";
import { LANGUAGE_FOLDERS, type PagePlace } from "@/views/page/sitePages";
import { PIXELS, type StandingPicture } from "./images/frame";
import type { PagePicture } from "./shell";

/** Name of the picture beside a page. Public: never renamed. */
export const PICTURE_FILE = "chia-se.png";

/**
 * What pages say of their pictures. Each picture is drawn once and handed to `add`, to be written beside its page; a page without one of its own shows
 * that of the map.
 */
export function pagePictures(
  map: (locale: Locale) => StandingPicture,
  add: (path: string, picture: StandingPicture) => void,
): (place: PagePlace, draw?: () => StandingPicture) => PagePicture {
  const known = new Map<string, PagePicture>();
  return ({ locale, path: below }, draw) => {
    const path = `${LANGUAGE_FOLDERS[locale]}${draw === undefined ? "" : below}${PICTURE_FILE}`;
    const found = known.get(path);
    if (found !== undefined) return found;
    const picture = (draw ?? (() => map(locale)))();
    add(path, picture);
    const said = { path, width: picture.width * PIXELS, height: picture.height * PIXELS, alt: picture.alt };
    known.set(path, said);
    return said;
  };
}
