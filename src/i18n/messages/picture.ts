import { namespace } from "../locale";

/** Texts of the pictures that stand for a page or a map elsewhere: in a message, in a list of links, in a printed article. */
export const pictureMessages = namespace(
  {
    /** Beside the title: nobody reads the foot of a small picture first. */
    mark: "minh họa",
    communes: "xã, phường",
    bars: "Cột: số xã, phường ở từng mức.",
    counts: "Số trong ô: số xã, phường trong bậc.",
    site: "Bản đồ Chương trình 22",
    colours: (indicator: string) => `Màu xã: ${indicator}`,
    alt: (title: string, subtitle: string, kind: string) => `${title}. ${subtitle}. ${kind}.`,
    altDossier: (name: string, place: string, facts: string, kind: string) =>
      `${name}, ${place}. ${facts}. ${kind}.`,
    fact: (label: string, value: string) => `${label}: ${value}`,
    works: "Số công trình",
    state: "Tình trạng",
    sources: (count: number) => `Nguồn: ${count} nguồn, liệt kê trong hồ sơ.`,
    noMap: "Chưa rõ công trình nằm ở xã nào, nên không vẽ bản đồ.",
    unplaced: "chỉ biết xã, không vẽ điểm",
    province: "tỉnh Bắc Ninh",
    placeIn: (name: string) => `${name}, tỉnh Bắc Ninh`,
    asOf: (place: string, asOf: string) => `${place} · ${asOf.toLocaleLowerCase("vi")}`,
    moreCommunes: (first: string, more: number) => `${first} và ${more} xã, phường khác`,
  },
  {
    mark: "illustrative",
    communes: "communes",
    bars: "Bars: communes at each level.",
    counts: "Numbers in boxes: communes in the class.",
    site: "Programme 22 map",
    colours: (indicator: string) => `Colour: ${indicator}`,
    alt: (title: string, subtitle: string, kind: string) => `${title}. ${subtitle}. ${kind}.`,
    altDossier: (name: string, place: string, facts: string, kind: string) =>
      `${name}, ${place}. ${facts}. ${kind}.`,
    fact: (label: string, value: string) => `${label}: ${value}`,
    works: "Works",
    state: "State",
    sources: (count: number) => `Sources: ${count}, listed in the dossier.`,
    noMap: "It is not known in which commune the work is, so there is no map.",
    unplaced: "known by commune only, no point is drawn",
    province: "Bắc Ninh province",
    placeIn: (name: string) => `${name}, Bắc Ninh province`,
    asOf: (place: string, asOf: string) => `${place} · ${asOf.charAt(0).toLowerCase()}${asOf.slice(1)}`,
    moreCommunes: (first: string, more: number) =>
      `${first} and ${more === 1 ? "another commune" : `${more} other communes`}`,
  },
);
