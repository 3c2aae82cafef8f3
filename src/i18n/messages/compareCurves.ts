import { namespace } from "../locale";

/** Texts of the curves of plan against progress and money, on the page of comparisons. */
export const curvesMessages = namespace(
  {
    title: "Kế hoạch và thực hiện qua các năm",
    lead: (works: string, day: string) =>
      `${works} thuộc danh mục 97, theo những gì biết được đến ngày ${day}. Đính chính được ghi vào đúng kỳ mà nó sửa.`,
    nothing: "Chưa có danh mục công trình, kế hoạch vốn và báo cáo nên chưa vẽ được đường nào.",

    moneyTitle: "Vốn: kế hoạch, đã giao, đã giải ngân",
    moneyNote: (all: string, provincial: string, other: string) =>
      `Lũy kế, tỷ đồng, mọi nguồn: ${all}, gồm ${provincial} ngân sách tỉnh và ${other} nguồn khác cho 97 công trình. Không phải 25.000 tỷ của toàn vùng.`,
    moneyNothing: "Chưa có kế hoạch vốn và số giải ngân của công trình nào.",
    unit: "tỷ đồng",
    released: (amount: string) => `Vốn đã giao ${amount}`,
    disbursed: (amount: string) => `Giải ngân ${amount}`,
    short: (amount: string) => `thiếu ${amount}`,
    ahead: (amount: string) => `vượt ${amount}`,
    allSources: (amount: string) => `Kế hoạch ${amount}`,
    provincialLine: (amount: string) => `${amount}: ngân sách tỉnh`,
    notYet: "chưa đến kỳ",
    moneyAlt: (disbursed: string, released: string, day: string) =>
      `Đường lũy kế từ 2026 đến 2030: đến ${day} đã giải ngân ${disbursed} trên ${released} vốn đã giao; số liệu ở bảng bên dưới.`,
    moneySentence: (day: string, disbursed: string, share: string, released: string, works: string) =>
      `Đến ${day} đã giải ngân ${disbursed}, bằng ${share} vốn đã giao (${released}), tính trên ${works} có cả hai số.`,
    moneyShort: (year: string, even: string, gap: string) =>
      `Nếu vốn năm ${year} giải ngân đều theo ngày thì đến nay phải được ${even}: thiếu ${gap}.`,
    moneyAhead: (year: string, even: string, gap: string) =>
      `Nếu vốn năm ${year} giải ngân đều theo ngày thì đến nay phải được ${even}: vượt ${gap}.`,
    moneyMethod:
      "Kế hoạch vốn chỉ ghi theo năm: vốn đã giao vẽ thành bậc đầu mỗi năm; nét đứt là cùng số vốn chia đều theo ngày trong năm, do trang này tính, không có trong kế hoạch. Báo cáo không tách giải ngân theo nguồn nên so với vốn của mọi nguồn.",
    moneyUnplanned: (count: string, of: string) =>
      `${count} trên ${of} công trình chưa có kế hoạch vốn năm nào.`,

    progressTitle: "Khối lượng: kế hoạch và thực tế",
    progressNote: (counted: string, of: string, share: string | null) =>
      `% khối lượng, bình quân theo tổng mức đầu tư; hai đường cùng của ${counted} trên ${of} công trình${share === null ? "" : `, chiếm ${share} tổng mức đầu tư đã biết`}.`,
    progressUnweighted: "Chưa biết tổng mức đầu tư: các công trình được tính ngang nhau.",
    progressNothing: "Chưa có công trình nào vừa có báo cáo vừa có ngày kế hoạch nên chưa vẽ được đường.",
    plannedLabel: (percent: string) => `Kế hoạch ${percent}`,
    actualLabel: (percent: string) => `Thực tế ${percent}`,
    behind: (points: string) => `chậm ${points} điểm`,
    before: (points: string) => `vượt ${points} điểm`,
    onPlan: "đúng kế hoạch",
    requiredLabel: (points: string) => `nhịp cần ${points} điểm/quý`,
    progressAlt: (actual: string, planned: string, day: string) =>
      `Đường khối lượng từ 2026 đến 2030: đến ${day} thực tế ${actual}, kế hoạch ${planned}; số liệu ở bảng bên dưới.`,
    progressBehind: (day: string, actual: string, planned: string, gap: string) =>
      `Đến ${day} đạt ${actual}, kế hoạch ${planned}: chậm ${gap} điểm %.`,
    progressBefore: (day: string, actual: string, planned: string, gap: string) =>
      `Đến ${day} đạt ${actual}, kế hoạch ${planned}: vượt ${gap} điểm %.`,
    progressOnPlan: (day: string, actual: string) => `Đến ${day} đạt ${actual}, đúng kế hoạch.`,
    paceNeeded: (end: string, points: string) =>
      `Muốn xong đúng ngày cuối của kế hoạch (${end}), từ nay mỗi quý phải thêm ${points} điểm %`,
    pacePast: (points: string, works: string) => `bốn quý qua mỗi quý thêm ${points} (${works})`,
    paceUnknown: "chưa rõ nhịp bốn quý qua vì một năm trước chưa có báo cáo",
    paceFaster: "Nhịp cần nhanh hơn nhịp đã đạt.",
    paceEnough: "Nhịp đã đạt là đủ, nếu giữ được.",
    paceOverdue: (end: string) => `Ngày cuối của kế hoạch (${end}) đã qua mà khối lượng chưa đủ 100 %.`,
    paceDone: "Khối lượng đã đủ 100 %.",
    progressMethod:
      "Đường kế hoạch cộng tiến độ suy từ ngày khởi công và hoàn thành của từng công trình, đều giữa hai ngày; không kế hoạch nào ghi sẵn đường này. Báo cáo cũ quá hai kỳ không được tính.",
    leftOut: (count: string) => `Không có trong hai đường: ${count}`,
    "leftOut.not-yet-due": (count: string) => `${count} chưa đến ngày khởi công`,
    "leftOut.silent": (count: string) => `${count} không có báo cáo trong hai kỳ gần nhất`,
    "leftOut.no-cost": (count: string) => `${count} chưa rõ tổng mức đầu tư`,
    "leftOut.no-dates": (count: string) => `${count} chưa rõ ngày khởi công hoặc hoàn thành theo kế hoạch`,
    undated: (share: string) => `Công trình chưa rõ ngày kế hoạch chiếm ${share} tổng mức đầu tư đã biết.`,
    works: (count: string) => `${count} công trình`,

    corrected: "kỳ có đính chính",
    legendReleased: "vốn đã giao, các năm sau nét mảnh",
    legendEven: "vốn năm chia đều",
    legendDisbursed: "đã giải ngân",
    legendPlanned: "kế hoạch",
    legendActual: "thực tế",
    legendRequired: "nhịp cần để xong đúng hạn",

    numbers: "Bảng số của hình",
    capitalCaption: "Kế hoạch vốn theo năm, tỷ đồng",
    disbursedCaption: "Giải ngân lũy kế theo ngày chốt, tỷ đồng",
    progressCaption: "Khối lượng theo ngày chốt, %",
    "column.year": "Năm",
    "column.planned": "Vốn trong năm",
    "column.cumulative": "Lũy kế",
    "column.provincial": "Trong đó ngân sách tỉnh",
    "column.works": "Công trình",
    "column.day": "Ngày chốt",
    "column.disbursed": "Giải ngân",
    "column.corrected": "Đính chính",
    "column.plan": "Kế hoạch",
    "column.actual": "Thực tế",
    "column.sector": "Lĩnh vực",
    "column.gap": "Chênh, điểm %",
    "column.required": "Nhịp cần, điểm/quý",
    "column.past": "Bốn quý qua, điểm/quý",
    "column.end": "Ngày cuối kế hoạch",
    plannedYear: "chưa đến",
    done: "đã xong",
    overdue: "đã quá hạn",
    unknown: "chưa rõ",
    countOf: (counted: string, of: string) => `${counted} trên ${of}`,
    sectorsTitle: "Theo lĩnh vực",
    sectorsCaption: (day: string) =>
      `Kế hoạch đến ${day}, thực tế và nhịp cần, từng lĩnh vực; số công trình có trong đường trên số công trình của danh mục`,
    allSectors: "Tất cả",
  },
  {
    title: "Plan and delivery over the years",
    lead: (works, day) =>
      `${works} of the list of 97, by what was known on ${day}. A correction stands at the closing day it corrects.`,
    nothing: "There is no list of works, capital plan or report yet, so no curve can be drawn.",

    moneyTitle: "Money: planned, released, disbursed",
    moneyNote: (all, provincial, other) =>
      `Cumulative, billion đồng, all sources: ${all}, of which ${provincial} provincial budget and ${other} other sources for the 97 works. Not the 25,000 billion of the whole area.`,
    moneyNothing: "No work has a capital plan or a disbursement yet.",
    unit: "billion đồng",
    released: (amount) => `Released ${amount}`,
    disbursed: (amount) => `Disbursed ${amount}`,
    short: (amount) => `${amount} short`,
    ahead: (amount) => `${amount} ahead`,
    allSources: (amount) => `Planned ${amount}`,
    provincialLine: (amount) => `${amount}: provincial budget`,
    notYet: "still to come",
    moneyAlt: (disbursed, released, day) =>
      `Cumulative curves from 2026 to 2030: by ${day} ${disbursed} were disbursed of ${released} released; the numbers are in the table below.`,
    moneySentence: (day, disbursed, share, released, works) =>
      `By ${day} ${disbursed} were disbursed, ${share} of the capital released (${released}), of ${works} that state both.`,
    moneyShort: (year, even, gap) =>
      `Were the capital of ${year} disbursed evenly by day, it would be ${even} by now: ${gap} short.`,
    moneyAhead: (year, even, gap) =>
      `Were the capital of ${year} disbursed evenly by day, it would be ${even} by now: ${gap} ahead.`,
    moneyMethod:
      "Capital plans state years only: released capital is drawn as a step at the beginning of each year; dashed is the same capital spread evenly over the days of its year, computed here and in no plan. Reports do not divide disbursement by source, so it is compared with the capital of all sources.",
    moneyUnplanned: (count, of) => `${count} of ${of} works have no capital plan of any year.`,

    progressTitle: "Physical progress: plan and actual",
    progressNote: (counted, of, share) =>
      `% of the work, mean weighted by total investment; both curves are of the same ${counted} of ${of} works${share === null ? "" : `, ${share} of the known total investment`}.`,
    progressUnweighted: "Total investment is unknown: works count alike.",
    progressNothing: "No work has both a report and planned days yet, so no curve can be drawn.",
    plannedLabel: (percent) => `Plan ${percent}`,
    actualLabel: (percent) => `Actual ${percent}`,
    behind: (points) => `${points} points behind`,
    before: (points) => `${points} points ahead`,
    onPlan: "on plan",
    requiredLabel: (points) => `needs ${points} a quarter`,
    progressAlt: (actual, planned, day) =>
      `Progress from 2026 to 2030: by ${day} actual ${actual}, plan ${planned}; the numbers are in the table below.`,
    progressBehind: (day, actual, planned, gap) =>
      `By ${day} ${actual} is done, the plan was ${planned}: ${gap} points behind.`,
    progressBefore: (day, actual, planned, gap) =>
      `By ${day} ${actual} is done, the plan was ${planned}: ${gap} points ahead.`,
    progressOnPlan: (day, actual) => `By ${day} ${actual} is done, as planned.`,
    paceNeeded: (end, points) =>
      `To finish by the last day of the plan (${end}), ${points} points are needed every quarter from now`,
    pacePast: (points, works) => `the last four quarters gained ${points} each (${works})`,
    paceUnknown: "the pace of the last four quarters is unknown, as nothing was reported a year ago",
    paceFaster: "The pace needed is faster than the pace reached.",
    paceEnough: "The pace reached is enough, if it is kept.",
    paceOverdue: (end) => `The last day of the plan (${end}) has passed and not everything is done.`,
    paceDone: "Everything is done.",
    progressMethod:
      "The plan's curve adds up what the planned start and end of each work imply, evenly between the two days; no plan states such a curve. Reports older than two periods are not counted.",
    leftOut: (count) => `In neither curve: ${count}`,
    "leftOut.not-yet-due": (count) => `${count} not due to start yet`,
    "leftOut.silent": (count) => `${count} without a report in the last two periods`,
    "leftOut.no-cost": (count) => `${count} of unknown total investment`,
    "leftOut.no-dates": (count) => `${count} of unknown planned start or end`,
    undated: (share) => `Works of unknown planned days are ${share} of the known total investment.`,
    works: (count) => `${count} works`,

    corrected: "closing day with a correction",
    legendReleased: "released, years to come in thin line",
    legendEven: "a year's capital spread evenly",
    legendDisbursed: "disbursed",
    legendPlanned: "plan",
    legendActual: "actual",
    legendRequired: "pace needed to finish in time",

    numbers: "The numbers of the figure",
    capitalCaption: "Capital plan by year, billion đồng",
    disbursedCaption: "Disbursed since the start by closing day, billion đồng",
    progressCaption: "Physical progress by closing day, %",
    "column.year": "Year",
    "column.planned": "Of the year",
    "column.cumulative": "Cumulative",
    "column.provincial": "Of which provincial budget",
    "column.works": "Works",
    "column.day": "Closing day",
    "column.disbursed": "Disbursed",
    "column.corrected": "Corrected",
    "column.plan": "Plan",
    "column.actual": "Actual",
    "column.sector": "Sector",
    "column.gap": "Gap, points",
    "column.required": "Needed, points a quarter",
    "column.past": "Last four quarters, points a quarter",
    "column.end": "Last planned day",
    plannedYear: "to come",
    done: "done",
    overdue: "overdue",
    unknown: "unknown",
    countOf: (counted, of) => `${counted} of ${of}`,
    sectorsTitle: "By sector",
    sectorsCaption: (day) =>
      `Plan by ${day}, actual and pace needed, each sector; works in the curve of the works listed`,
    allSectors: "All",
  },
);
