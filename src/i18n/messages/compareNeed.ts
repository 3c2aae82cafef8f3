import { namespace } from "../locale";

/** Texts of need × risk × works on the page of comparisons. */
export const needMessages = namespace(
  {
    title: "Nhu cầu × nguy cơ × công trình",
    lead: (gaps: string, of: string, without: string) =>
      `${gaps} trên ${of} vừa nghèo vừa nhiều đất nguy cơ sạt lở cao; ${without}.`,
    leadWithout: (count: string) => `${count} trong số đó chưa có công trình chống sạt lở`,
    leadNoneHas: "chưa xã nào trong số đó có công trình chống sạt lở",
    leadAllHave: "đều đã có công trình chống sạt lở",
    leadUnlisted: "danh mục công trình chưa công bố nên chưa biết xã nào có công trình chống sạt lở",
    leadUnplaced: "có công trình chống sạt lở chưa biết ở xã nào nên chưa rõ xã nào còn thiếu",
    leadNone: (of: string) => `Không xã nào trong ${of} chắc chắn vượt cả hai ngưỡng.`,
    leadUnknown: (count: string) => `${count} chưa đủ dữ liệu để trả lời.`,
    communes: (count: string, isMixed: boolean) => `${count} ${isMixed ? "xã, phường" : "xã"}`,

    thresholds: "Ngưỡng",
    needFrom: "Nghèo đa chiều từ",
    needUnit: "% số hộ",
    riskFrom: "Đất nguy cơ cao và rất cao từ",
    riskUnit: "% diện tích",
    reset: "Về mặc định",
    thresholdsNow: (need: string, risk: string, halfNeed: string, halfRisk: string) =>
      `Đang dùng: nghèo từ ${need} số hộ, nguy cơ từ ${risk} diện tích; mức giữa bắt đầu từ nửa ngưỡng (${halfNeed} và ${halfRisk}).`,
    reason: (need: string, risk: string) =>
      `Mặc định ${need} là bậc cao nhất của thang nghèo, ${risk} là nấc đầu của thang nguy cơ trên bản đồ.`,
    count: (yes: string, no: string, unknown: string, all: string) =>
      `${yes} có + ${no} không + ${unknown} chưa rõ = ${all}`,

    mapTitle: "Nghèo và nguy cơ cùng trên một bản đồ",
    mapNote: "Số trong vòng: công trình thuộc danh mục 97 ở xã; công trình ở nhiều xã tính cho từng xã",
    mapNoteUnlisted: "Danh mục công trình chưa công bố nên không có số công trình",
    mapAlt: (cells: string, unknown: string) =>
      `Bản đồ chín ô nghèo × nguy cơ: ${cells}; ${unknown} chưa đủ dữ liệu. Số liệu từng xã ở bảng bên cạnh.`,
    legendAlt:
      "Chú giải chín ô: càng lên trên bên trái càng nghèo, càng lên trên bên phải càng nguy cơ; số là số xã",
    poorer: "nghèo hơn",
    riskier: "nguy cơ hơn",
    cell: (name: string, count: string) => `${name}: ${count}`,
    unassessed: (count: string) => `Chưa đánh giá hoặc chưa đủ: ${count}`,
    withheld: (count: string) => `Nghèo: không công bố: ${count}`,
    missing: (count: string) => `Nghèo: chưa có số liệu: ${count}`,
    outside: (count: string) => `Ngoài nhóm được xét: ${count}`,

    gapTitle: "Danh sách khoảng trống",
    gapCaption: (need: string, risk: string) =>
      `Xã nghèo từ ${need} và có từ ${risk} diện tích nguy cơ cao trở lên, xếp theo mức nghèo`,
    gapNone: "Không có xã nào chắc chắn vượt cả hai ngưỡng. Hạ ngưỡng hoặc xem nhóm chưa đủ dữ liệu.",
    "column.commune": "Xã, phường",
    "column.cell": "Ô",
    "column.rate": "Nghèo đa chiều",
    "column.risk": "Diện tích nguy cơ cao trở lên",
    "column.works": "Công trình",
    "column.protection": "Trong đó chống sạt lở",
    "column.missing": "Còn thiếu",
    "column.why": "Vì sao chưa rõ",
    ofArea: (percent: string, area: string) => `${percent} của ${area}`,
    atLeast: (text: string) => `ít nhất ${text}`,
    between: (from: string, to: string) => `từ ${from} đến ${to}`,
    noProtection: "Chưa có công trình chống sạt lở",
    noProtectionOf97: (count: string) =>
      `Danh mục 97 chưa có công trình chống sạt lở; ngoài danh mục có ${count}`,
    protectionUnknown: (count: string) => `Chưa rõ: ${count} công trình chống sạt lở chưa biết ở xã nào`,
    unlisted: "Chưa rõ: danh mục chưa công bố",
    nothingMissing: "–",
    hasProtection: "Đã có công trình chống sạt lở",
    noNumber: "chưa rõ",

    unknownTitle: "Chưa đủ dữ liệu",
    unknownCaption:
      "Những xã chưa thể nói có vượt cả hai ngưỡng hay không. Chưa đánh giá không phải là an toàn, chưa có số liệu không phải là không nghèo.",
    unknownMore: (count: string) => `Xem ${count}`,
    "doubt.poverty-withheld": "tỷ lệ nghèo không công bố vì số nhỏ",
    "doubt.poverty-missing": "chưa có số liệu nghèo",
    "doubt.ground-unassessed": "đất chưa được đánh giá nguy cơ",
    "doubt.ground-partly-assessed": "phần đất chưa đánh giá có thể đưa xã vượt ngưỡng",
    rateWithheld: "không công bố",
    rateMissing: "chưa có số liệu",
    groundMissing: "chưa đánh giá",

    povertyBasis: (basis: string) => `Nghèo đa chiều: ${basis}.`,
    basis: (year: string | null, standard: string | null) =>
      `${year === null ? "nguồn không nêu năm" : `rà soát năm ${year}`}, ${standard === null ? "nguồn không nêu chuẩn" : `chuẩn ${standard}`}`,
    basisMixed: "Các xã không cùng năm hoặc chuẩn nghèo, chỉ so sánh trong cùng chuẩn.",
    riskBasis:
      "Nguy cơ: phần diện tích thuộc vùng nguy cơ sạt lở cao và rất cao, tính trên ranh giới vẽ; phần chưa đánh giá được giữ riêng.",
  },
  {
    title: "Need × risk × works",
    lead: (gaps, of, without) =>
      `${gaps} of ${of} are both poor and on much ground of high landslide susceptibility; ${without}.`,
    leadWithout: (count) => `${count} of these have no landslide protection work`,
    leadNoneHas: "none of these has a landslide protection work",
    leadAllHave: "all have a landslide protection work",
    leadUnlisted:
      "the list of works is not public, so it is not known which of them have landslide protection",
    leadUnplaced:
      "the commune of some landslide protection work is unknown, so it cannot be told which of them lack one",
    leadNone: (of) => `None of ${of} surely passes both thresholds.`,
    leadUnknown: (count) => `For ${count} the data do not suffice to tell.`,
    communes: (count, _isMixed) => `${count} communes`,

    thresholds: "Thresholds",
    needFrom: "Multidimensional poverty from",
    needUnit: "% of households",
    riskFrom: "Ground of high and very high susceptibility from",
    riskUnit: "% of the area",
    reset: "Back to the default",
    thresholdsNow: (need, risk, halfNeed, halfRisk) =>
      `In use: poverty from ${need} of households, susceptibility from ${risk} of the area; the middle level begins at half the threshold (${halfNeed} and ${halfRisk}).`,
    reason: (need, risk) =>
      `By default ${need}, the highest class of the map's scale of poverty, and ${risk}, the first step of its scale of susceptibility.`,
    count: (yes, no, unknown, all) => `${yes} yes + ${no} no + ${unknown} cannot be told = ${all}`,

    mapTitle: "Poverty and susceptibility on one map",
    mapNote:
      "The number in the ring: works of the list of 97 in the commune; a work in several communes counts in each",
    mapNoteUnlisted: "The list of works is not public, so there are no numbers of works",
    mapAlt: (cells, unknown) =>
      `Map of nine cells of poverty × susceptibility: ${cells}; ${unknown} without sufficient data. Each commune's numbers are in the table beside it.`,
    legendAlt:
      "Key of nine cells: poorer to the upper left, more susceptible to the upper right; the number is that of communes",
    poorer: "poorer",
    riskier: "more at risk",
    cell: (name, count) => `${name}: ${count}`,
    unassessed: (count) => `Not or not enough assessed: ${count}`,
    withheld: (count) => `Poverty withheld: ${count}`,
    missing: (count) => `Poverty unknown: ${count}`,
    outside: (count) => `Outside the group asked about: ${count}`,

    gapTitle: "List of gaps",
    gapCaption: (need, risk) =>
      `Communes with poverty from ${need} and from ${risk} of their area under high or very high susceptibility, the poorest first`,
    gapNone: "No commune surely passes both thresholds. Lower them, or see those without sufficient data.",
    "column.commune": "Commune",
    "column.cell": "Cell",
    "column.rate": "Multidimensional poverty",
    "column.risk": "Area of high susceptibility or more",
    "column.works": "Works",
    "column.protection": "Of these landslide protection",
    "column.missing": "Missing",
    "column.why": "Why it cannot be told",
    ofArea: (percent, area) => `${percent} of ${area}`,
    atLeast: (text) => `at least ${text}`,
    between: (from, to) => `${from} to ${to}`,
    noProtection: "No landslide protection work",
    noProtectionOf97: (count) => `No landslide protection among the 97; ${count} outside the list`,
    protectionUnknown: (count) =>
      `Cannot be told: the commune of ${count} landslide protection works is unknown`,
    unlisted: "Cannot be told: the list is not public",
    nothingMissing: "–",
    hasProtection: "Has a landslide protection work",
    noNumber: "unknown",

    unknownTitle: "Not enough data",
    unknownCaption:
      "Communes of which it cannot be told whether they pass both thresholds. Unassessed is not safe, and no data is not no poverty.",
    unknownMore: (count) => `Show ${count}`,
    "doubt.poverty-withheld": "the poverty rate is withheld because the number is small",
    "doubt.poverty-missing": "there is no poverty rate",
    "doubt.ground-unassessed": "the ground has not been assessed",
    "doubt.ground-partly-assessed": "the unassessed ground could lift the commune over the threshold",
    rateWithheld: "withheld",
    rateMissing: "no data",
    groundMissing: "unassessed",

    povertyBasis: (basis) => `Multidimensional poverty: ${basis}.`,
    basis: (year, standard) =>
      `${year === null ? "year not stated" : `review of ${year}`}, ${standard === null ? "standard not stated" : `standard ${standard}`}`,
    basisMixed: "Not all communes have the same year or standard; compare within one standard only.",
    riskBasis:
      "Risk: share of the drawn area in zones of high and very high landslide susceptibility; unassessed ground is kept apart.",
  },
);
