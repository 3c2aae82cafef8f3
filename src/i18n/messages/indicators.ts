import { namespace } from "../locale";

/** Names, definitions and method notes of the indicators. */
export const indicatorsMessages = namespace(
  {
    coverage: (counted: string, of: string) => `tính trên ${counted}/${of} công trình`,
    coverageWeight: (share: string) => `chiếm ${share} tổng mức đầu tư`,
    "progress.label": "Tiến độ khối lượng",
    "progress.unit": "% khối lượng",
    "progress.definition": "% khối lượng hoàn thành, bình quân theo tổng mức đầu tư của công trình trong xã",
    "progress.unweighted": "Chưa rõ tổng mức đầu tư: các công trình được tính ngang nhau.",
    "progress.withoutCost": "Công trình chưa rõ tổng mức đầu tư không tính vào bình quân.",
    "disbursement.label": "Giải ngân trong năm",
    "disbursement.unit": "% kế hoạch vốn năm",
    "disbursement.definition": "Vốn đã giải ngân từ đầu năm so với kế hoạch vốn năm, kể cả vốn kéo dài",
    "disbursement.cumulative": "Giải ngân lũy kế, % vốn đã giao",
    "finished.label": "Công trình hoàn thành",
    "finished.unit": "% số công trình",
    "finished.definition":
      "Số công trình đã bàn giao, quyết toán hoặc nghiệm thu đủ khối lượng, trên tất cả công trình của Chương trình trong xã",
    "finished.atLeast": "Có công trình chưa báo cáo: số hoàn thành ít nhất bằng số này.",
    "late.label": "Công trình chậm tiến độ",
    "late.unit": "% số công trình",
    "late.definition":
      "Số công trình đã quá ngày khởi công hoặc hoàn thành theo kế hoạch, trên số công trình có đủ căn cứ để biết",
    "reporting.label": "Báo cáo đầy đủ",
    "reporting.unit": "% số công trình phải báo cáo",
    "reporting.definition": "Số công trình có báo cáo kỳ này trên số công trình đến kỳ phải báo cáo",
    "poverty.label": "Nghèo đa chiều",
    "poverty.unit": "% số hộ",
    "poverty.definition": "Hộ nghèo và hộ cận nghèo trên tổng số hộ, năm rà soát gần nhất",
    "poverty.poor": "Hộ nghèo",
    "poverty.nearPoor": "Hộ cận nghèo",
    "poverty.year": "Năm rà soát",
    "poverty.standard2022": "Theo chuẩn nghèo 2022–2025, áp dụng đến hết năm 2026.",
    "poverty.standard2027": "Theo chuẩn nghèo 2027–2030: không so trực tiếp với các năm trước 2027.",
    "poverty.standardUnstated": "Nguồn không nêu chuẩn nghèo.",
    "poverty.standardsMixed": "Các xã dùng hai chuẩn nghèo khác nhau: không so trực tiếp.",
    "landslide.label": "Đất nguy cơ sạt lở cao",
    "landslide.unit": "% diện tích",
    "landslide.definition":
      "Diện tích thuộc vùng nguy cơ cao và rất cao trên diện tích xã; đất chưa đánh giá nêu riêng",
    "landslide.unassessed": "Đất chưa đánh giá",
    "landslide.partlyAssessed": "Một phần xã chưa được đánh giá: tỷ lệ thật có thể cao hơn.",
    "investmentPerInhabitant.label": "Vốn đầu tư trên đầu người",
    "investmentPerInhabitant.unit": "triệu đồng/người",
    "investmentPerInhabitant.definition":
      "Tổng mức đầu tư của công trình trong xã chia cho dân số; công trình ở nhiều xã chia đều",
    "investmentPerPoorHousehold.label": "Vốn đầu tư trên hộ nghèo",
    "investmentPerPoorHousehold.unit": "triệu đồng/hộ",
    "investmentPerPoorHousehold.definition":
      "Tổng mức đầu tư của công trình trong xã chia cho số hộ nghèo và cận nghèo; công trình ở nhiều xã chia đều",
    "density.label": "Mật độ dân số",
    "density.unit": "người/km²",
    "density.definition":
      "Dân số chia cho diện tích tự nhiên, theo số liệu chính thức khi sắp xếp đơn vị hành chính",
  },
  {
    coverage: (counted: string, of: string) => `based on ${counted} of ${of} works`,
    coverageWeight: (share: string) => `${share} of total investment`,
    "progress.label": "Physical progress",
    "progress.unit": "% of the work",
    "progress.definition":
      "Percent of work done, mean weighted by total investment of the works in the commune",
    "progress.unweighted": "Total investment is unknown: all works weigh alike.",
    "progress.withoutCost": "Works of unknown total investment are left out of the mean.",
    "disbursement.label": "Disbursement this year",
    "disbursement.unit": "% of the year's capital plan",
    "disbursement.definition":
      "Disbursed since 1 January over the year's capital plan, carried-over capital included",
    "disbursement.cumulative": "Cumulative disbursement, % of allocated capital",
    "finished.label": "Works finished",
    "finished.unit": "% of works",
    "finished.definition":
      "Works handed over, settled or accepted in full, of all works of the Programme in the commune",
    "finished.atLeast": "Some works have not reported: at least so many are finished.",
    "late.label": "Works behind plan",
    "late.unit": "% of works",
    "late.definition":
      "Works past their planned start or completion, of the works for which this can be told",
    "reporting.label": "Reporting completeness",
    "reporting.unit": "% of works owing a report",
    "reporting.definition": "Works with a report of this period, of the works that owe one",
    "poverty.label": "Multidimensional poverty",
    "poverty.unit": "% of households",
    "poverty.definition": "Poor and near-poor households of all households, latest review year",
    "poverty.poor": "Poor households",
    "poverty.nearPoor": "Near-poor households",
    "poverty.year": "Review year",
    "poverty.standard2022": "Poverty standard 2022–2025, in force to the end of 2026.",
    "poverty.standard2027": "Poverty standard 2027–2030: not comparable with years before 2027.",
    "poverty.standardUnstated": "The source does not state the poverty standard.",
    "poverty.standardsMixed": "Communes use two different poverty standards: not directly comparable.",
    "landslide.label": "High landslide susceptibility",
    "landslide.unit": "% of area",
    "landslide.definition":
      "Area in high and very high zones over the commune's area; unassessed ground is stated apart",
    "landslide.unassessed": "Unassessed ground",
    "landslide.partlyAssessed": "Part of the commune is not assessed: the true share may be higher.",
    "investmentPerInhabitant.label": "Investment per inhabitant",
    "investmentPerInhabitant.unit": "m đ per person",
    "investmentPerInhabitant.definition":
      "Total investment of the works in the commune over its population; works in several communes are split equally",
    "investmentPerPoorHousehold.label": "Investment per poor household",
    "investmentPerPoorHousehold.unit": "m đ per household",
    "investmentPerPoorHousehold.definition":
      "Total investment of the works in the commune over poor and near-poor households; works in several communes are split equally",
    "density.label": "Population density",
    "density.unit": "people/km²",
    "density.definition": "Population over natural area, official figures of the 2025 reorganisation",
  },
);

type PlainKeys<M> = { [K in keyof M]: M[K] extends string ? K : never }[keyof M];
/** Keys of plain texts (not of sentences with parameters). */
export type IndicatorMessageKey = PlainKeys<typeof indicatorsMessages.vi>;
