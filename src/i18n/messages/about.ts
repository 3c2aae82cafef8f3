import { namespace } from "../locale";

/** Texts of the page about the map; only the build reads them. */
export const aboutMessages = namespace(
  {
    title: "Giới thiệu",
    description: "Bản đồ Chương trình 22 là gì, ai làm, số liệu lấy từ đâu, tính thế nào, và báo lỗi ra sao.",
    contents: "Trong trang này",
    what: "Bản đồ này là gì",
    what1:
      "Ngày 28/3/2026, tỉnh Bắc Ninh ban hành Chương trình số 22-CTr/TU cho các xã dân tộc thiểu số và miền núi giai đoạn 2026–2030, với 97 công trình trọng điểm ở 19 xã đặc biệt khó khăn. Bản đồ cho thấy các công trình ấy trên ranh giới 99 xã, phường, cùng nguy cơ sạt lở và nghèo đa chiều, và nói mỗi con số lấy từ đâu.",
    what2:
      "Dành cho người lập kế hoạch (tìm, lọc, so sánh, tải về), người lãnh đạo (đọc trong năm phút, in ra giấy) và người dân (xem ở xã mình đang làm gì, có chậm không).",
    who: "Ai vận hành",
    whoUnset:
      "Đây không phải cổng thông tin chính thức. Chưa có cơ quan nào nhận vận hành bản đồ này; khi có, tên cơ quan sẽ đứng ở đây.",
    whoSet: (operator: string) => `Bản đồ do ${operator} vận hành.`,
    data: "Số liệu: cái gì thật, cái gì minh họa",
    data1: "Mỗi dòng số liệu có một loại, luôn hiện cạnh con số:",
    kinds: "Loại số liệu",
    kindCount: (count: string) => `${count} nguồn`,
    "kind.official": "văn bản của cơ quan nhà nước",
    "kind.published": "báo chí, sách, danh mục địa danh",
    "kind.derived": "tính tại đây từ số gốc, theo cách nêu ở dưới",
    "kind.inference": "suy luận, chưa văn bản nào nêu; không bao giờ trình bày như sự thật",
    "kind.illustrative": "bịa ra để cho thấy hệ thống làm gì; không phải số liệu thật",
    sources: "Nguồn đang dùng",
    missing:
      "Chưa có trong bản này vì chưa được công bố: danh mục 97 công trình và báo cáo tiến độ của từng công trình, danh sách xã đặc biệt khó khăn giai đoạn 2026–2030, bản đồ phân vùng nguy cơ chính thức, số hộ nghèo từng thôn.",
    release: (release: string, day: string) => `Bản dữ liệu ${release}, số liệu chốt ${day}.`,
    methods: "Cách tính",
    indicators: "Các chỉ số tô màu",
    breaksFixed: (breaks: string) => `Ngưỡng bậc cố định: ${breaks}.`,
    breaksData: "Ngưỡng bậc tính một lần từ mọi xã và mọi kỳ, nên hai kỳ so sánh được.",
    overall:
      "Toàn tỉnh tính bằng tổng có trọng số, không lấy trung bình của các tỷ lệ; mẫu số luôn đứng cạnh.",
    ranking: "Xếp hạng, so sánh",
    rankingText: (works: number, households: number) =>
      `Giá trị đọc như nhau thì đồng hạng. Nơi tính trên dưới ${works} công trình hoặc dưới ${households} hộ không có hạng, vì thêm bớt một công trình, một vài hộ đã đổi hẳn thứ tự; ô trống đứng riêng theo loại. Không trừ hai số khi một bên trống, khi hai bên theo hai chuẩn nghèo. Nhu cầu × nguy cơ dùng ngưỡng nêu trên trang và đổi được; đất chưa đánh giá không bao giờ là an toàn. Nhận định về chỉ tiêu so với đường đi đều từ số gốc tới mục tiêu, và không nối qua năm 2027, khi chuẩn nghèo đổi.`,
    late: "Chậm tiến độ",
    lateText:
      "Một công trình là chậm khi ngày khởi công hoặc hoàn thành theo kế hoạch đã qua mà chưa có ngày thực tế. Không có ngày kế hoạch hoặc không có báo cáo thì là chưa rõ, không bao giờ là đúng hạn. Số ngày chậm luôn được nêu.",
    location: "Vị trí biết đến đâu",
    locationText:
      "Công trình được vẽ đúng mức biết: điểm chính xác, tuyến, theo thôn kèm bán kính sai số, nhiều xã, chỉ biết xã, hoặc không rõ nơi. Hai loại sau không được ghim lên bản đồ mà nằm trong khay chưa định vị: trên bản đồ + trong khay = trong danh mục.",
    blanks: "Ô trống",
    blanksText: "Số 0 là một giá trị. Ô trống có loại, có mẫu vẽ riêng và được đếm:",
    hazard: "Nguy cơ sạt lở: có, không, chưa rõ",
    hazardText:
      "Mỗi công trình là một vùng có thể nằm ở đó. Câu trả lời là có khi mọi nơi trong vùng đều thuộc vùng nguy cơ, không khi không nơi nào thuộc, còn lại là chưa rõ. Đất chưa được đánh giá là chưa đánh giá, không phải an toàn. Bốn mức thấp, trung bình, cao, rất cao là mức nhạy cảm, không phải cấp độ rủi ro của bản tin dự báo.",
    questions: "Hỏi bản đồ: câu hỏi về vị trí",
    questionsText:
      "Vị trí của mỗi đối tượng là một vùng: điểm hoặc tuyến kèm sai số, vòng tròn quanh thôn, cả xã, nhiều xã, hoặc không biết. “Có” khi đúng ở mọi chỗ trong vùng ấy, “không” khi sai ở mọi chỗ, còn lại là “chưa rõ” kèm lý do và điều sẽ làm rõ; nhiều điều kiện nối theo lôgic Kleene. Khoảng cách tính từ phần gần nhất đến phần gần nhất trên mặt phẳng chiếu ngang Mercator của elipxoit WGS 84 (lệch dưới 0,01 %); đúng bằng khoảng cách hỏi vẫn là “có”. Đường biên thuộc về vùng; hai xã chỉ giáp nhau thì không giao. Xã của công trình lấy theo danh mục. Diện tích chồng nhau tính một lần; tổng theo xã bằng cả tỉnh. Tệp của người hỏi không rời khỏi máy.",
    poverty: "Nghèo đa chiều",
    povertyText:
      "Hộ nghèo cộng hộ cận nghèo trên tổng số hộ, theo năm rà soát và chuẩn đang áp dụng. Chuẩn đổi từ năm 2027: số trước và sau không so sánh trực tiếp, và trang nói ra điều đó. Số nhỏ không công bố.",
    boundaries: "Ranh giới và diện tích",
    boundariesText: (areas: string) =>
      `Ranh giới để tham khảo, không có giá trị pháp lý. Chúng được làm sạch và giản lược từ nguồn nêu trên; diện tích hình vẽ lệch diện tích công bố ở ${areas} xã, phường từ 2 % trở lên, và trang của xã nói lệch bao nhiêu.`,
    glossary: "Từ dùng trong bản đồ",
    "term.physical": "Khối lượng thực hiện (tiến độ)",
    "meaning.physical": "phần trăm của cả công trình đã làm được.",
    "term.disbursement": "Giải ngân",
    "meaning.disbursement":
      "tiền đã chi trên kế hoạch vốn. Khối lượng ≠ giải ngân: một con đường có thể làm xong 60 % mà mới giải ngân 40 % vì chờ nghiệm thu, hoặc ứng vốn trước nên giải ngân 40 % khi mới làm 20 %.",
    "term.plan": "Kế hoạch vốn",
    "meaning.plan": "tiền được giao từng năm, theo nguồn; số trong năm và lũy kế là hai số khác nhau.",
    "term.investment": "Tổng mức đầu tư",
    "meaning.investment": "toàn bộ chi phí dự kiến của công trình.",
    "term.zone": "Vùng nguy cơ",
    "meaning.zone": "nơi bản đồ phân vùng xếp vào một mức nhạy cảm sạt lở.",
    "term.asOf": "Ngày chốt số liệu",
    "meaning.asOf": "mọi con số là điều đã biết đến ngày ấy; kéo thanh thời gian để xem ngày khác.",
    "term.stage": "Giai đoạn",
    "meaning.stage":
      "chuẩn bị đầu tư → khởi công → thi công → nghiệm thu → bàn giao → quyết toán; hoặc tạm dừng.",
    privacy: "Riêng tư",
    privacyText:
      "Trang không thu thập gì: không cookie, không đếm lượt, không gửi gì đi đâu, không tải gì từ nơi khác. Vị trí chỉ được hỏi khi bấm “Xã của tôi” và không rời khỏi máy. Trong trình duyệt này chỉ giữ hai lựa chọn: đã tắt lời gợi ý lần đầu, và có dùng phím tắt một chữ hay không.",
    access: "Tiếp cận",
    accessText:
      "Bản đồ đi được bằng bàn phím (phím ? liệt kê các phím), đọc được bằng trình đọc màn hình, có bảng thay cho mỗi bản đồ, dùng được khi tắt JavaScript hoặc không có WebGL, ở bề ngang 320 px và cỡ chữ 200 %. Việc này được kiểm tra tự động (axe) ở hai giao diện và hai ngôn ngữ trong Chromium. Giới hạn đã biết: chưa có người dùng trình đọc màn hình thử toàn bộ; chưa thử trên Firefox và Safari.",
    error: "Báo lỗi, phản ánh",
    errorUnset:
      "Chưa có địa chỉ nhận phản ánh: sẽ có khi một cơ quan nhận vận hành. Tới lúc đó, xin báo cho người đã gửi bạn liên kết này.",
    mail: "Thư điện tử",
    form: "Biểu mẫu",
    phone: "Điện thoại",
    licences: "Giấy phép và ghi công",
    licencesText:
      "Chữ Be Vietnam Pro và Inter theo giấy phép SIL OFL 1.1; địa danh GeoNames theo CC BY 4.0. Giấy phép của từng nguồn số liệu đứng ở danh sách trên.",
    licenceFiles: "Văn bản giấy phép:",
  },
  {
    title: "About",
    description:
      "What the Programme 22 Map is, who makes it, where its data come from, how they are computed, and how to report an error.",
    contents: "On this page",
    what: "What this map is",
    what1:
      "On 28 March 2026 the province of Bắc Ninh adopted Programme 22-CTr/TU for its ethnic-minority and mountain communes, 2026–2030, with 97 key works in 19 especially difficult communes. The map shows those works on the boundaries of the 99 communes, with landslide susceptibility and multidimensional poverty, and says where every number comes from.",
    what2:
      "For planners (find, filter, compare, take away), leaders (read in five minutes, print) and the public (what is being built in my commune, is it late).",
    who: "Who runs it",
    whoUnset:
      "This is not an official portal. No public body runs this map yet; when one does, its name will stand here.",
    whoSet: (operator: string) => `The map is run by ${operator}.`,
    data: "Data: what is real and what is illustrative",
    data1: "Every row of data has a kind, always shown beside the number:",
    kinds: "Kinds of data",
    kindCount: (count: string) => `${count} sources`,
    "kind.official": "a document of a public authority",
    "kind.published": "press, books, gazetteers",
    "kind.derived": "computed here from original figures, as described below",
    "kind.inference": "reasoned, stated by no document; never presented as fact",
    "kind.illustrative": "made up to show what the system does; not real data",
    sources: "Sources in use",
    missing:
      "Not in this build because not published: the list of the 97 works and the progress reports of each, the list of especially difficult communes for 2026–2030, official susceptibility zones, poverty by village.",
    release: (release: string, day: string) => `Data release ${release}, figures as of ${day}.`,
    methods: "Methods",
    indicators: "The indicators that colour the map",
    breaksFixed: (breaks: string) => `Fixed class breaks: ${breaks}.`,
    breaksData: "Class breaks computed once from all communes and all days, so that two days compare.",
    overall: "The province is a weighted sum, never a mean of percentages; the denominator stands beside it.",
    ranking: "Rankings and comparisons",
    rankingText: (works: number, households: number) =>
      `Values that read the same share a rank. A place of fewer than ${works} works or ${households} households has none, because one work or a few households would change the order; blanks stand apart by kind. Nothing is subtracted where one side is blank or the two sides follow two poverty standards. Need × risk uses thresholds that the page states and a reader may change; unassessed ground is never safe. A verdict on a target compares with an even way from baseline to goal, and never crosses 2027, when the poverty standard changes.`,
    late: "Late",
    lateText:
      "A work is late when its planned start or completion has passed without the actual one. Without a planned date or without a report it is unknown, never on time. The days late are always stated.",
    location: "How well a place is known",
    locationText:
      "A work is drawn as well as its place is known: an exact point, a line, by village with an error radius, several communes, commune only, or place unknown. The last two are never pinned; they lie in the tray of unplaced works: on the map + in the tray = in the register.",
    blanks: "Blanks",
    blanksText: "Zero is a value. A blank has a kind, a pattern of its own, and is counted:",
    hazard: "Landslide susceptibility: yes, no, unknown",
    hazardText:
      "A work is a region in which it may lie. The answer is yes when everywhere in that region is inside a zone, no when nowhere is, otherwise unknown. Ground that was not assessed is unassessed, not safe. The four classes low, moderate, high, very high are susceptibility, not the risk levels of a forecast.",
    questions: "Asking the map: questions about places",
    questionsText:
      "A thing's place is a region: a point or line with its error, a circle around a village, a whole commune, several communes, or nothing known. “Yes” if true wherever in that region it may be, “no” if false everywhere, else “not known”, with the reason and what would settle it; conditions are joined by Kleene's logic. Distances run from nearest part to nearest part on a transverse Mercator plane of the WGS 84 ellipsoid (off by less than 0.01 %); exactly the distance asked counts as “yes”. An edge belongs to its area; communes that only border each other do not touch. A work's commune is the register's. Overlapping areas count once; sums by commune add up to the whole. A reader's own file never leaves the device.",
    poverty: "Multidimensional poverty",
    povertyText:
      "Poor plus near-poor households of all households, by review year and the standard in force. The standard changes in 2027: numbers before and after do not compare, and the page says so. Small numbers are not published.",
    boundaries: "Boundaries and areas",
    boundariesText: (areas: string) =>
      `Boundaries are for reference and have no legal value. They were cleaned and simplified from the source named above; the drawn area differs from the published one by 2 % or more in ${areas} communes, and the commune's panel says by how much.`,
    glossary: "Words used in the map",
    "term.physical": "Physical progress",
    "meaning.physical": "percent of the whole work that is done.",
    "term.disbursement": "Disbursement",
    "meaning.disbursement":
      "money paid out of the capital plan. Progress ≠ disbursement: a road may be 60 % built and 40 % paid because acceptance is pending, or 40 % paid in advance when 20 % is built.",
    "term.plan": "Capital plan",
    "meaning.plan":
      "money allotted by year and source; the year's figure and the cumulative one are two different numbers.",
    "term.investment": "Total investment",
    "meaning.investment": "the whole expected cost of a work.",
    "term.zone": "Hazard zone",
    "meaning.zone": "ground that a map assigns to a class of landslide susceptibility.",
    "term.asOf": "As-of day",
    "meaning.asOf": "every number is what was known on that day; drag the time line to see another.",
    "term.stage": "Stage",
    "meaning.stage": "preparation → started → construction → accepted → handed over → settled; or suspended.",
    privacy: "Privacy",
    privacyText:
      "The site collects nothing: no cookies, no counting, nothing sent anywhere, nothing loaded from elsewhere. Your position is asked for only when you press “My commune” and never leaves the device. This browser keeps two choices alone: that the first hint was dismissed, and whether single-key shortcuts are used.",
    access: "Accessibility",
    accessText:
      "The map can be walked by keyboard (the key ? lists the keys) and read by ear, has a table for every map, works without JavaScript or WebGL, at 320 px and at 200 % text size. This is tested automatically (axe) in both themes and languages in Chromium. Known limits: nobody has yet gone through all of it with a screen reader; Firefox and Safari have not been tried.",
    error: "Report an error",
    errorUnset:
      "There is no address for reports yet: there will be one when a public body runs the map. Until then, please tell whoever sent you this link.",
    mail: "E-mail",
    form: "Form",
    phone: "Telephone",
    licences: "Licences and credits",
    licencesText:
      "Be Vietnam Pro and Inter under the SIL OFL 1.1; GeoNames places under CC BY 4.0. The licence of each data source stands in the list above.",
    licenceFiles: "Texts of the licences:",
  },
);
