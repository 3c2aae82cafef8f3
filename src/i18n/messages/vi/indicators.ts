import type { Texts } from "../../locale";

/** Names, definitions and method notes of the indicators. */
export const indicators = {
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
} satisfies Texts;
