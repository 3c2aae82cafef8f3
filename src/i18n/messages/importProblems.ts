import { namespace } from "../locale";

/** What a sentence about a given table may repeat; every value comes formatted. */
export type ProblemParams = Readonly<Record<string, string>>;
const of = (params: ProblemParams, name: string): string => params[name] ?? "";

/**
 * What is said of a table that was handed in: for every code of `imports/tables/importProblem.ts` what is the matter, and under
 * `<code>!` what to do. `imports/tables/problemLines.ts` does not compile when a code has no sentence.
 */
export const importProblemsMessages = namespace(
  {
    "no-table": "Trang tính không có dòng tiêu đề nào giống các bảng của bản đồ.",
    "no-table!": "Hãy chép dữ liệu vào biểu mẫu tải ở trên, hoặc chọn bảng bằng tay.",
    "empty-sheet": "Dưới dòng tiêu đề không có dòng dữ liệu nào.",
    "empty-sheet!": "Nếu bảng phải có dữ liệu, hãy xem lại tệp; nếu không, không cần làm gì.",
    "hidden-sheet": "Trang tính bị ẩn, nên không được đọc.",
    "hidden-sheet!": "Nếu cần, hãy bỏ ẩn trang tính rồi chọn lại tệp.",
    "column-missing": (p: ProblemParams) => `Thiếu cột “${of(p, "heading")}”, là cột bắt buộc.`,
    "column-missing!":
      "Hãy ghép một cột của tệp vào cột này, thêm cột vào tệp, hoặc nhập một giá trị chung cho mọi dòng.",
    "column-twice": "Có hai cột cùng nghĩa; cột này được giữ nguyên như cột thêm, không được hiểu.",
    "column-twice!": "Hãy xem bảng ghép cột và chọn cột đúng.",
    "column-kept": "Cột này không có trong bảng của bản đồ; nội dung được giữ nguyên.",
    "column-kept!": "Nếu cột có nghĩa như một cột của bảng, hãy ghép bằng tay.",
    "total-row": "Dòng tổng cộng: không phải dữ liệu, đã bỏ qua.",
    "total-row!": "Không cần làm gì.",
    "total-differs": (p: ProblemParams) =>
      `Dòng tổng ghi khác với tổng các dòng phía trên (${of(p, "sum")}).`,
    "total-differs!": "Hãy kiểm tra các dòng: có dòng thiếu, thừa hoặc sai số.",
    "group-row": "Dòng tiêu đề nhóm hoặc ghi chú: không phải dữ liệu, đã bỏ qua.",
    "group-row!": "Nếu là dữ liệu, hãy điền mã ở cột đầu của bảng.",
    "number-merged": "Ô số liệu bị trộn qua nhiều dòng, không rõ con số là của dòng nào.",
    "number-merged!": "Hãy bỏ trộn ô và ghi số cho từng dòng.",
    "fault-cell": "Ô có công thức lỗi hoặc chưa được tính.",
    "fault-cell!": "Hãy mở tệp, sửa công thức, lưu lại, hoặc ghi thẳng giá trị.",
    "not-a-number": "Không phải là con số.",
    "not-a-number!": "Hãy ghi con số, hoặc để trống nếu chưa biết.",
    "ambiguous-number": (p: ProblemParams) => `Không rõ là ${of(p, "first")} hay ${of(p, "second")}.`,
    "ambiguous-number!": "Hãy ghi lại không có dấu phân cách hàng nghìn.",
    "unit-converted": (p: ProblemParams) => `Đổi sang triệu đồng: ${of(p, "money")}.`,
    "unit-converted!": "Không cần làm gì nếu đơn vị ở tiêu đề cột là đúng.",
    "unit-other": (p: ProblemParams) => `Đơn vị “${of(p, "unit")}” không dùng được ở cột này.`,
    "unit-other!": "Hãy ghi theo đơn vị nêu ở tiêu đề của biểu mẫu.",
    "percent-as-fraction":
      "Cả cột đều từ 0 đến 1: có vẻ tỷ lệ phần trăm được ghi dạng phân số (0,48 thay vì 48).",
    "percent-as-fraction!": "Hãy nhân cột với 100, hoặc ghi kèm dấu %.",
    thousandfold: (p: ProblemParams) =>
      `${of(p, "money")} triệu đồng: nhiều hơn cả vốn ngân sách tỉnh của Chương trình (4.000 tỷ đồng). Có thể sai đơn vị 1.000 lần.`,
    "thousandfold!": "Hãy kiểm tra đơn vị: cột này tính bằng triệu đồng.",
    "not-whole": (p: ProblemParams) => `Không phải số nguyên triệu đồng (${of(p, "value")}).`,
    "not-whole!": "Hãy làm tròn đến triệu đồng trong tệp gốc.",
    "not-a-day": "Không phải là một ngày có thật.",
    "not-a-day!": "Hãy ghi ngày/tháng/năm, ví dụ 28/3/2026.",
    "partial-day": (p: ProblemParams) => `Chỉ có ${of(p, "precision")}, thiếu ngày.`,
    "partial-day!": "Hãy ghi đủ ngày/tháng/năm, hoặc để trống nếu chưa biết.",
    "not-a-year": "Không phải là một năm.",
    "not-a-year!": "Hãy ghi năm bằng bốn chữ số.",
    "not-a-word": (p: ProblemParams) => `Không nằm trong danh mục của cột. Danh mục: ${of(p, "words")}.`,
    "not-a-word!": "Hãy chọn một mục của danh mục.",
    "unknown-commune": "Không có xã, phường nào của tỉnh mang tên hoặc mã này, kể cả tên cũ.",
    "unknown-commune!": "Hãy xem lại tên, hoặc ghi mã 5 chữ số.",
    "ambiguous-commune": (p: ProblemParams) =>
      `Nhiều đơn vị mang tên này, nay thuộc các xã: ${of(p, "codes")}.`,
    "ambiguous-commune!": "Hãy ghi mã 5 chữ số của xã đúng.",
    "split-commune": (p: ProblemParams) => `Đơn vị cũ này đã chia cho nhiều xã: ${of(p, "codes")}.`,
    "split-commune!": "Hãy ghi mã 5 chữ số của xã nơi có công trình.",
    "merged-commune": (p: ProblemParams) => `Tên đơn vị cũ đã sáp nhập; hiểu là xã ${of(p, "code")}.`,
    "merged-commune!": "Không cần làm gì nếu đúng.",
    "renamed-commune": (p: ProblemParams) => `Tên đơn vị cũ không sáp nhập; hiểu là xã ${of(p, "code")}.`,
    "renamed-commune!": "Không cần làm gì nếu đúng.",
    "unknown-village": "Xã này không có thôn nào mang tên hoặc mã này.",
    "unknown-village!": "Hãy thêm thôn vào bảng thôn, hoặc sửa tên.",
    "ambiguous-village": (p: ProblemParams) => `Nhiều thôn của xã mang tên này: ${of(p, "ids")}.`,
    "ambiguous-village!": "Hãy ghi mã thôn.",
    "village-without-commune": "Có tên thôn mà không có xã, nên không biết là thôn nào.",
    "village-without-commune!": "Hãy thêm cột xã, hoặc ghi mã thôn.",
    "crs-unknown": (p: ProblemParams) =>
      `Tọa độ tính bằng mét, hoặc tệp không nói rõ hệ tọa độ; không đoán, vì giữa các hệ lệch từ 224 m đến 155 km. Các hệ đọc được: ${of(p, "systems")}.`,
    "crs-unknown!":
      "Hãy chọn hệ tọa độ ở bước chọn tệp. Bắc Giang cũ: EPSG:9214 (107°00′); Bắc Ninh cũ: EPSG:9209 (105°30′). Hệ khác thì chuyển trước bằng phần mềm bản đồ.",
    "crs-elsewhere": (p: ProblemParams) =>
      `Theo hệ ${of(p, "crs")} thì nằm ngoài tỉnh; theo ${of(p, "other")} thì nằm trong tỉnh.`,
    "crs-elsewhere!": "Hãy xem lại hệ tọa độ đã chọn ở bước chọn tệp.",
    "axes-turned": "Cột X ghi tọa độ bắc, cột Y ghi tọa độ đông, như quy ước VN-2000; đã hiểu đúng như vậy.",
    "axes-turned!": "Không cần làm gì; hãy xem vị trí trên bản đồ trước khi áp dụng.",
    "geometry-missing": "Đối tượng không có hình.",
    "geometry-missing!": "Hãy vẽ hình trong phần mềm bản đồ, hoặc xóa đối tượng, rồi xuất lại.",
    "geometry-short": "Hình có quá ít điểm để là một đường hay một vùng.",
    "geometry-short!": "Hãy sửa hoặc xóa hình này trong phần mềm bản đồ rồi xuất lại.",
    "geometry-numbers": "Tọa độ của hình không phải là những con số dùng được.",
    "geometry-numbers!": "Hãy sửa hình này trong phần mềm bản đồ rồi xuất lại.",
    "geometry-type": "Hình thuộc loại không đọc được, hoặc gồm nhiều điểm mà không rõ điểm nào là vị trí.",
    "geometry-type!": "Hãy tách thành từng đối tượng một điểm, một tuyến hoặc một vùng rồi xuất lại.",
    "geometry-unused": "Bảng này không có chỗ cho hình của lớp bản đồ; chỉ các trường được đọc.",
    "geometry-unused!": "Nếu cần hình, hãy chọn bảng khác cho lớp này.",
    "rings-closed": (p: ProblemParams) => `${of(p, "rings")} vòng ranh giới chưa khép đã được khép lại.`,
    "rings-closed!": "Không cần làm gì; hãy xem hình trên bản đồ trước khi áp dụng.",
    "lines-joined": (p: ProblemParams) =>
      `${of(p, "features")} đoạn cùng mã công trình đã được ghép thành tuyến của công trình đó.`,
    "lines-joined!": "Không cần làm gì nếu các đoạn đúng là của cùng một công trình.",
    "assessed-derived":
      "Bản đồ không kèm vùng đã đánh giá: chỉ các vùng nguy cơ được coi là đã đánh giá, phần còn lại hiện là chưa đánh giá.",
    "assessed-derived!":
      "Nếu có ranh giới khu vực đã khảo sát, hãy nhập nó vào bảng “Vùng đã đánh giá sạt lở”.",
    "already-recorded": (p: ProblemParams) =>
      `Dòng của ngày này đã được ghi trước đây với giá trị khác (“${of(p, "before")}”). Số đã ghi không được sửa đè, để còn xem lại được quá khứ.`,
    "already-recorded!":
      "Hãy ghi số mới thành dòng đính chính: ngày ghi nhận (ngày báo cáo) muộn hơn, kèm lý do.",
    "same-row-twice": (p: ProblemParams) => `Trùng với dòng ${of(p, "first")} của cùng tệp.`,
    "same-row-twice!": "Hãy giữ một dòng.",
    "small-number":
      "Số hộ ít (dưới 10), hoặc phải giấu cùng để không suy ra được: không có trong bản công bố.",
    "small-number!": "Không cần làm gì: bản đầy đủ được lưu riêng trên máy của bạn.",
    "severity.error": "Phải sửa",
    "severity.warning": "Cần xem lại",
    "severity.note": "Đã xử lý",
    before: "có sẵn trước khi nhập",
  },
  {
    "no-table": "No row of the sheet looks like the headings of a table of this map.",
    "no-table!": "Copy the data into a template from above, or choose the table by hand.",
    "empty-sheet": "There is no row of data below the headings.",
    "empty-sheet!": "If there should be data, look at the file again; otherwise nothing needs doing.",
    "hidden-sheet": "The sheet is hidden and was not read.",
    "hidden-sheet!": "If it is needed, unhide it and choose the file again.",
    "column-missing": (p: ProblemParams) => `The column “${of(p, "heading")}” is required and missing.`,
    "column-missing!": "Match a column of the file to it, add the column, or give one value for all rows.",
    "column-twice": "Two columns mean the same; this one is kept as a further column and not understood.",
    "column-twice!": "Look at the matching of columns and choose the right one.",
    "column-kept": "The tables of the map have no such column; what is in it is kept as it is.",
    "column-kept!": "If it means the same as a column of the table, match it by hand.",
    "total-row": "A total: no row of data, left out.",
    "total-row!": "Nothing needs doing.",
    "total-differs": (p: ProblemParams) =>
      `The total stated is not what the rows above add up to (${of(p, "sum")}).`,
    "total-differs!": "Check the rows: one is missing, too many, or wrong.",
    "group-row": "A heading of a group or a remark: no row of data, left out.",
    "group-row!": "If it is data, fill in the id in the first column of the table.",
    "number-merged": "A merged cell gives one number for several rows; whose it is cannot be known.",
    "number-merged!": "Unmerge the cells and write the number of each row.",
    "fault-cell": "The cell holds a formula that is broken or was never computed.",
    "fault-cell!": "Open the file, mend the formula and save it, or write the value.",
    "not-a-number": "Is not a number.",
    "not-a-number!": "Write the number, or leave the cell blank if it is unknown.",
    "ambiguous-number": (p: ProblemParams) => `May be ${of(p, "first")} or ${of(p, "second")}.`,
    "ambiguous-number!": "Write it without thousands separators.",
    "unit-converted": (p: ProblemParams) => `Converted to million dong: ${of(p, "money")}.`,
    "unit-converted!": "Nothing needs doing if the unit in the heading is right.",
    "unit-other": (p: ProblemParams) => `The unit “${of(p, "unit")}” cannot be used in this column.`,
    "unit-other!": "Write it in the unit named in the heading of the template.",
    "percent-as-fraction":
      "The whole column lies between 0 and 1: percentages seem to be written as fractions (0.48 for 48).",
    "percent-as-fraction!": "Multiply the column by 100, or write the % sign.",
    thousandfold: (p: ProblemParams) =>
      `${of(p, "money")} million dong is more than the whole provincial budget of the Programme (4,000 billion). The unit may be off by 1,000.`,
    "thousandfold!": "Check the unit: this column is in million dong.",
    "not-whole": (p: ProblemParams) => `Is not whole million dong (${of(p, "value")}).`,
    "not-whole!": "Round to million dong in the file itself.",
    "not-a-day": "Is not a day that exists.",
    "not-a-day!": "Write day/month/year, e.g. 28/3/2026.",
    "partial-day": (p: ProblemParams) => `Says ${of(p, "precision")} only, without a day.`,
    "partial-day!": "Write day/month/year, or leave it blank if it is unknown.",
    "not-a-year": "Is not a year.",
    "not-a-year!": "Write the year in four digits.",
    "not-a-word": (p: ProblemParams) => `Is not in the list of this column: ${of(p, "words")}.`,
    "not-a-word!": "Choose one of the list.",
    "unknown-commune": "No commune or ward of the province has or had this name or code.",
    "unknown-commune!": "Check the name, or write the 5-digit code.",
    "ambiguous-commune": (p: ProblemParams) =>
      `Several units have this name, now in the communes ${of(p, "codes")}.`,
    "ambiguous-commune!": "Write the 5-digit code of the right one.",
    "split-commune": (p: ProblemParams) =>
      `This former unit was divided among the communes ${of(p, "codes")}.`,
    "split-commune!": "Write the 5-digit code of the commune the work lies in.",
    "merged-commune": (p: ProblemParams) =>
      `Name of a former unit that was merged; taken for commune ${of(p, "code")}.`,
    "merged-commune!": "Nothing needs doing if that is right.",
    "renamed-commune": (p: ProblemParams) =>
      `Name of a former unit that was not merged; taken for commune ${of(p, "code")}.`,
    "renamed-commune!": "Nothing needs doing if that is right.",
    "unknown-village": "The commune has no village of this name or id.",
    "unknown-village!": "Add the village to the table of villages, or correct the name.",
    "ambiguous-village": (p: ProblemParams) =>
      `Several villages of the commune have this name: ${of(p, "ids")}.`,
    "ambiguous-village!": "Write the id of the village.",
    "village-without-commune": "A village is named and no commune, so it cannot be known which it is.",
    "village-without-commune!": "Add a column with the commune, or write the id of the village.",
    "crs-unknown": (p: ProblemParams) =>
      `The coordinates are in metres, or the file does not name its reference system; nothing is guessed, for the systems are 224 m to 155 km apart. Known: ${of(p, "systems")}.`,
    "crs-unknown!":
      "Choose the reference system where the files are chosen. Old Bắc Giang: EPSG:9214 (107°00′); old Bắc Ninh: EPSG:9209 (105°30′). Another one has to be converted before.",
    "crs-elsewhere": (p: ProblemParams) =>
      `Read as ${of(p, "crs")} it lies outside the province; as ${of(p, "other")} it lies inside.`,
    "crs-elsewhere!": "Look again at the reference system chosen with the files.",
    "axes-turned":
      "Column X holds northings and column Y eastings, as is usual in VN-2000; they were understood so.",
    "axes-turned!": "Nothing to do; look at the place on the map before applying.",
    "geometry-missing": "The feature has no shape.",
    "geometry-missing!": "Draw it in the mapping program, or delete the feature, and export again.",
    "geometry-short": "The shape has too few positions to be a line or an area.",
    "geometry-short!": "Mend or delete it in the mapping program and export again.",
    "geometry-numbers": "The coordinates of the shape are no numbers that can be used.",
    "geometry-numbers!": "Mend it in the mapping program and export again.",
    "geometry-type":
      "A shape of a kind that is not read, or several points of which nobody knows the one that is meant.",
    "geometry-type!": "Split it into features of one point, one line or one area and export again.",
    "geometry-unused": "This table has no place for the shapes of the layer; only its fields are read.",
    "geometry-unused!": "If the shapes are needed, choose another table for the layer.",
    "rings-closed": (p: ProblemParams) => `${of(p, "rings")} rings that were open have been closed.`,
    "rings-closed!": "Nothing to do; look at the shapes on the map before applying.",
    "lines-joined": (p: ProblemParams) =>
      `${of(p, "features")} pieces with the id of the same work have been joined to its line.`,
    "lines-joined!": "Nothing to do if the pieces do belong to one work.",
    "assessed-derived":
      "The map comes without the ground it assessed: only the zones count as assessed, the rest is shown as unassessed.",
    "assessed-derived!":
      "If the bounds of what was surveyed exist, import them as “Ground assessed for landslides”.",
    "already-recorded": (p: ProblemParams) =>
      `The row of this day was recorded before with another value (“${of(p, "before")}”). What was recorded is not written over, so that the past can be replayed.`,
    "already-recorded!":
      "Give the new figures as a correction: a later day of recording (of reporting), and the reason.",
    "same-row-twice": (p: ProblemParams) => `Repeats row ${of(p, "first")} of the same file.`,
    "same-row-twice!": "Keep one.",
    "small-number":
      "Few households (under 10), or withheld so that those cannot be worked out: not in what is published.",
    "small-number!": "Nothing needs doing: the full table is kept on your own machine.",
    "severity.error": "To be mended",
    "severity.warning": "Look at this",
    "severity.note": "Dealt with",
    before: "there before the import",
  },
);
