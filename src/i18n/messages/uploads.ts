import { namespace } from "../locale";

/**
 * What the reader of uploaded layers says, a sentence for every code of `imports/uploadedLayer.ts`. The first parameter is what was
 * found or how many, the second where ("Đối tượng 12", "Dòng 12"); both come formatted. `imports/problemText.ts` does not compile when
 * a code has no sentence.
 */
export const uploadsMessages = namespace(
  {
    "severity.refused": "Không đọc được tệp",
    "severity.left-out": "Đã bỏ qua",
    "severity.mended": "Đã sửa khi đọc",
    "severity.note": "Lưu ý",
    file: "Tệp",
    feature: (number: string) => `Đối tượng ${number}`,
    row: (number: string) => `Dòng ${number}`,
    more: (count: string) => `và ${count} trường hợp khác cùng loại, không liệt kê.`,

    "empty-file": "Tệp trống, không có gì để đọc. Hãy xuất lại lớp dữ liệu rồi chọn tệp mới.",
    "too-large": (megabytes: string) =>
      `Tệp nặng ${megabytes} MB, quá giới hạn 50 MB, nên không được đọc. Hãy đơn giản hóa hình hoặc chia tệp thành nhiều phần.`,
    archive: (what: string) =>
      `Tệp thật ra là tệp nén (${what}), dù tên có thể nói khác. Hãy giải nén, rồi xuất lớp thành GeoJSON, hệ tọa độ EPSG:4326.`,
    spreadsheet: (what: string) =>
      `Tệp thật ra là bảng tính (${what}). Hãy lưu thành CSV UTF-8 có cột kinh độ và cột vĩ độ, rồi chọn tệp CSV đó.`,
    shapefile: (what: string) =>
      `Tệp thật ra là shapefile (${what}), trang này không đọc được. Trong QGIS, hãy xuất lớp thành GeoJSON, hệ tọa độ EPSG:4326.`,
    "other-format": (what: string) =>
      `Nội dung tệp không phải GeoJSON hay CSV (nhận ra: ${what}). Hãy xuất lớp thành GeoJSON, hệ tọa độ EPSG:4326.`,
    "not-utf-8": (line: string) =>
      `Tệp không dùng bảng mã UTF-8 (ký tự lạ đầu tiên ở dòng ${line}), nên tên tiếng Việt sẽ sai. Hãy lưu lại với bảng mã UTF-8.`,
    "json-truncated": (at: string) =>
      `Tệp GeoJSON bị cụt: dữ liệu dừng ở ${at} (dòng:ký tự) khi chưa hết. Hãy sao chép hoặc xuất lại toàn bộ tệp.`,
    "json-broken": (at: string) =>
      `Tệp GeoJSON sai cú pháp ở ${at} (dòng:ký tự), nên không đọc được gì. Hãy sửa chỗ đó hoặc xuất lại tệp.`,
    "not-geojson": (what: string) =>
      `Tệp là JSON nhưng không phải GeoJSON (thấy ${what}). Hãy xuất lớp thành GeoJSON (FeatureCollection), hệ tọa độ EPSG:4326.`,
    topojson:
      "Tệp là TopoJSON, trang này không đọc được. Hãy chuyển sang GeoJSON, ví dụ bằng mapshaper hoặc QGIS.",
    "other-crs": (crs: string, where: string) =>
      `${where}: hệ tọa độ ghi trong tệp là ${crs}, không phải kinh vĩ độ WGS 84. Hãy xuất lại lớp với hệ tọa độ EPSG:4326.`,
    projected: (position: string, where: string) =>
      `${where}: tọa độ ${position} tính bằng mét (VN-2000, UTM…), không phải độ. Hãy xuất lại lớp với hệ tọa độ EPSG:4326.`,
    "empty-collection": "Tệp không có đối tượng hay dòng dữ liệu nào. Hãy kiểm tra lớp trước khi xuất.",
    "no-coordinate-columns": (headers: string) =>
      `Bảng không có cột kinh độ và vĩ độ; các cột tìm thấy: ${headers}. Hãy đặt tên hai cột là lon và lat.`,
    "unclosed-quote": (_: string, where: string) =>
      `${where}: một dấu ngoặc kép mở ra mà không đóng, nên không biết các dòng sau bắt đầu ở đâu. Hãy sửa dòng này rồi chọn lại tệp.`,
    "too-many-features": (count: string) =>
      `Tệp có ${count} đối tượng, quá giới hạn 100.000, nên không được đọc. Hãy lọc bớt hoặc chia tệp.`,
    "too-many-vertices": (count: string) =>
      `Tệp có ${count} đỉnh, quá giới hạn 2.000.000, nên không được đọc. Hãy đơn giản hóa hình rồi xuất lại.`,
    "all-outside": (position: string) =>
      `Không đối tượng nào nằm trong khung tỉnh (ví dụ ${position}). Hãy kiểm tra lại tệp và hệ tọa độ EPSG:4326.`,
    "nothing-left":
      "Không đối tượng nào đọc được nên lớp không được thêm. Hãy sửa các lỗi nêu ở đây rồi chọn lại tệp.",

    "not-a-feature": (what: string, where: string) =>
      `${where} không phải đối tượng GeoJSON (thấy ${what}), đã bỏ qua. Các đối tượng khác vẫn giữ.`,
    "null-geometry": (_: string, where: string) =>
      `${where} không có hình, đã bỏ qua. Hãy vẽ hình cho đối tượng này nếu cần.`,
    "empty-geometry": (what: string, where: string) =>
      `${where} có hình rỗng (${what}), đã bỏ qua. Hãy vẽ hình cho đối tượng này nếu cần.`,
    "unknown-geometry": (what: string, where: string) =>
      `${where} có loại hình không rõ (${what}), đã bỏ qua. Hãy dùng điểm, đường hoặc vùng của GeoJSON.`,
    "wrong-nesting": (what: string, where: string) =>
      `${where}: tọa độ không khớp với loại hình (thấy ${what}), đã bỏ qua. Hãy xuất lại đối tượng này.`,
    "not-a-number": (what: string, where: string) =>
      `${where}: tọa độ “${what}” không phải số, đã bỏ qua. Hãy ghi bằng độ thập phân, ví dụ 106.05.`,
    "missing-coordinate": (_: string, where: string) =>
      `${where} thiếu kinh độ hoặc vĩ độ, đã bỏ qua. Hãy điền đủ cả hai.`,
    swapped: (position: string, where: string) =>
      `${where}: ${position} có vẻ ghi vĩ độ trước kinh độ, đã bỏ qua vì các dòng khác không ghi vậy. Hãy đổi lại thứ tự.`,
    "out-of-range": (position: string, where: string) =>
      `${where}: ${position} vượt quá ±180° hoặc ±90°, đã bỏ qua. Hãy kiểm tra dấu thập phân và hệ tọa độ.`,
    "ring-too-short": (positions: string, where: string) =>
      `${where}: vùng chỉ có ${positions} vị trí, cần ít nhất 4 kể cả vị trí khép, đã bỏ qua. Hãy vẽ lại vùng này.`,
    "line-too-short": (positions: string, where: string) =>
      `${where}: đường chỉ có ${positions} vị trí khác nhau, cần ít nhất 2, đã bỏ qua. Hãy vẽ lại đường này.`,
    "row-too-long": (cells: string, where: string) =>
      `${where} có ${cells} ô, nhiều hơn hàng tiêu đề, đã bỏ qua. Nếu số dùng dấu phẩy thập phân, hãy tách cột bằng dấu chấm phẩy.`,

    "all-swapped": (count: string) =>
      `Mọi vị trí trong tệp ghi vĩ độ trước kinh độ; ${count} đối tượng đã được đổi lại thứ tự và giữ. Hãy xem lớp nằm đúng chỗ chưa.`,
    "ring-unclosed": (rings: string, where: string) =>
      `${where}: ${rings} vòng chưa khép, đã nối về điểm đầu. Vùng được giữ; hãy kiểm tra nếu hình trông lạ.`,
    "part-left-out": (parts: string, where: string) =>
      `${where}: ${parts} phần quá ngắn đã bỏ, phần còn lại được giữ. Hãy vẽ lại phần đó nếu cần.`,
    "duplicate-vertices": (count: string) =>
      `${count} đỉnh trùng liền nhau đã bỏ; hình không đổi, không cần làm gì.`,
    "wrong-winding": (count: string) =>
      `${count} đối tượng có vòng ngược chiều chuẩn RFC 7946, đã đảo lại; hình không đổi, không cần làm gì.`,

    "heights-dropped": (count: string) =>
      `${count} đối tượng có độ cao; chỉ giữ kinh độ và vĩ độ. Không cần làm gì.`,
    "self-crossing": (_: string, where: string) =>
      `${where}: vùng tự cắt chính nó. Vùng được giữ và diện tích tính theo quy tắc chẵn lẻ; hãy sửa hình để có diện tích đúng.`,
    "crossing-unchecked": (_: string, where: string) =>
      `${where}: hình quá phức tạp nên chưa kiểm tra được có tự cắt hay không. Vùng được giữ; hãy đơn giản hóa để kiểm tra.`,
    "mixed-types": (counts: string) =>
      `Tệp có nhiều loại hình (${counts}); tất cả được giữ trong một lớp. Hãy tách tệp nếu muốn các lớp riêng.`,
    "collection-split": (parts: string, where: string) =>
      `${where} là một tập hợp hình, được tách thành ${parts} hình cùng tên. Không cần làm gì.`,
    outside: (position: string, where: string) =>
      `${where} nằm ngoài khung tỉnh (${position}), vẫn được giữ. Hãy kiểm tra tọa độ nếu không chủ ý.`,
    "partly-outside": (position: string, where: string) =>
      `${where} có vị trí ở xa ngoài tỉnh (${position}), vẫn được giữ nguyên. Hãy kiểm tra vị trí đó.`,
    "utf-16": (encoding: string) =>
      `Tệp dùng bảng mã ${encoding} và đã được đọc đúng. Lần sau nên lưu với bảng mã UTF-8.`,
  },
  {
    "severity.refused": "The file cannot be read",
    "severity.left-out": "Left out",
    "severity.mended": "Mended while reading",
    "severity.note": "Note",
    file: "The file",
    feature: (number: string) => `Feature ${number}`,
    row: (number: string) => `Row ${number}`,
    more: (count: string) => `and ${count} more of the same kind, not listed.`,

    "empty-file":
      "The file is empty: there is nothing to read. Export the layer again and choose the new file.",
    "too-large": (megabytes: string) =>
      `The file has ${megabytes} MB, more than the limit of 50 MB, and was not read. Simplify the shapes or split the file.`,
    archive: (what: string) =>
      `The file is really an archive (${what}), whatever its name says. Unpack it and export the layer as GeoJSON in EPSG:4326.`,
    spreadsheet: (what: string) =>
      `The file is really a spreadsheet (${what}). Save it as CSV UTF-8 with a column of longitudes and one of latitudes, and choose that.`,
    shapefile: (what: string) =>
      `The file is really a shapefile (${what}), which this page cannot read. In QGIS, export the layer as GeoJSON in EPSG:4326.`,
    "other-format": (what: string) =>
      `The file holds neither GeoJSON nor CSV (it looks like: ${what}). Export the layer as GeoJSON in EPSG:4326.`,
    "not-utf-8": (line: string) =>
      `The file is not in UTF-8 (first strange character in line ${line}), so Vietnamese names would be spoiled. Save it again as UTF-8.`,
    "json-truncated": (at: string) =>
      `The GeoJSON file is cut off: it ends at ${at} (line:character) before it is complete. Copy or export the whole file again.`,
    "json-broken": (at: string) =>
      `The GeoJSON file has a syntax fault at ${at} (line:character), and nothing could be read. Correct it there or export it again.`,
    "not-geojson": (what: string) =>
      `The file is JSON but not GeoJSON (found ${what}). Export the layer as GeoJSON (FeatureCollection) in EPSG:4326.`,
    topojson:
      "The file is TopoJSON, which this page cannot read. Convert it to GeoJSON, e.g. with mapshaper or QGIS.",
    "other-crs": (crs: string, where: string) =>
      `${where}: the reference system named is ${crs}, not longitude and latitude in WGS 84. Export the layer again in EPSG:4326.`,
    projected: (position: string, where: string) =>
      `${where}: the coordinates ${position} are metres (VN-2000, UTM…), not degrees. Export the layer again in EPSG:4326.`,
    "empty-collection": "The file has no feature and no row of data. Check the layer before exporting it.",
    "no-coordinate-columns": (headers: string) =>
      `The table has no columns of longitude and latitude; the columns found: ${headers}. Name the two columns lon and lat.`,
    "unclosed-quote": (_: string, where: string) =>
      `${where}: a quotation mark opens and never closes, so nobody can tell where the next rows begin. Correct it and choose the file again.`,
    "too-many-features": (count: string) =>
      `The file has ${count} features, more than the limit of 100,000, and was not read. Filter it or split the file.`,
    "too-many-vertices": (count: string) =>
      `The file has ${count} vertices, more than the limit of 2,000,000, and was not read. Simplify the shapes and export again.`,
    "all-outside": (position: string) =>
      `No feature lies within the frame of the province (e.g. ${position}). Check the file and its reference system EPSG:4326.`,
    "nothing-left":
      "No feature could be read, so there is no layer. Correct the faults listed here and choose the file again.",

    "not-a-feature": (what: string, where: string) =>
      `${where} is not a GeoJSON feature (found ${what}) and was left out. The others are kept.`,
    "null-geometry": (_: string, where: string) =>
      `${where} has no geometry and was left out. Draw one if it is needed.`,
    "empty-geometry": (what: string, where: string) =>
      `${where} has an empty geometry (${what}) and was left out. Draw one if it is needed.`,
    "unknown-geometry": (what: string, where: string) =>
      `${where} has an unknown type of geometry (${what}) and was left out. Use GeoJSON points, lines or polygons.`,
    "wrong-nesting": (what: string, where: string) =>
      `${where}: the coordinates do not fit the type of geometry (found ${what}); it was left out. Export this feature again.`,
    "not-a-number": (what: string, where: string) =>
      `${where}: the coordinate “${what}” is not a number; it was left out. Write decimal degrees, e.g. 106.05.`,
    "missing-coordinate": (_: string, where: string) =>
      `${where} lacks a longitude or latitude and was left out. Fill in both.`,
    swapped: (position: string, where: string) =>
      `${where}: ${position} looks like latitude before longitude; it was left out, because others are not written so. Swap the two.`,
    "out-of-range": (position: string, where: string) =>
      `${where}: ${position} is beyond ±180° or ±90°; it was left out. Check the decimal sign and the reference system.`,
    "ring-too-short": (positions: string, where: string) =>
      `${where}: the polygon has too few positions (${positions}), 4 with the closing one are needed; it was left out. Draw it again.`,
    "line-too-short": (positions: string, where: string) =>
      `${where}: the line has too few different positions (${positions}), 2 are needed; it was left out. Draw it again.`,
    "row-too-long": (cells: string, where: string) =>
      `${where} has ${cells} cells, more than the header, and was left out. If numbers have a decimal comma, separate columns by semicolons.`,

    "all-swapped": (count: string) =>
      `Every position of the file had latitude before longitude; all features (${count}) were turned round and kept. Check that they lie right.`,
    "ring-unclosed": (rings: string, where: string) =>
      `${where} was not closed (rings: ${rings}) and was joined to its first point. It is kept; check it if it looks odd.`,
    "part-left-out": (parts: string, where: string) =>
      `${where} lost what was too short (parts: ${parts}), the rest is kept. Draw that again if needed.`,
    "duplicate-vertices": (count: string) =>
      `Vertices that repeated the one before were dropped (${count}); the shapes are the same, there is nothing to do.`,
    "wrong-winding": (count: string) =>
      `Rings against the direction of RFC 7946 were turned (features: ${count}); the shapes are the same, there is nothing to do.`,

    "heights-dropped": (count: string) =>
      `Heights were dropped (features: ${count}); only longitude and latitude are kept. There is nothing to do.`,
    "self-crossing": (_: string, where: string) =>
      `${where}: the polygon crosses itself. It is kept and areas use the even-odd rule; correct the shape for a right area.`,
    "crossing-unchecked": (_: string, where: string) =>
      `${where}: the shape is too intricate to check whether it crosses itself. It is kept; simplify it to have it checked.`,
    "mixed-types": (counts: string) =>
      `The file mixes types of geometry (${counts}); all are kept in one layer. Split the file if you want separate layers.`,
    "collection-split": (parts: string, where: string) =>
      `${where} is a collection and was split into its geometries (${parts}), all of the same name. There is nothing to do.`,
    outside: (position: string, where: string) =>
      `${where} lies outside the frame of the province (${position}) and is kept. Check its coordinates if that is not meant.`,
    "partly-outside": (position: string, where: string) =>
      `${where} reaches far outside the province (${position}) and is kept as it is. Check that position.`,
    "utf-16": (encoding: string) =>
      `The file is in ${encoding} and was read all the same. Save it as UTF-8 next time.`,
  },
);
