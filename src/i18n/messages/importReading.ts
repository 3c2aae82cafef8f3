import { namespace } from "../locale";

/** Why a file that was handed in is not read, and what has to be chosen before it can be (`imports/sheets/readFile.ts`). */
export const importReadingMessages = namespace(
  {
    "refused.empty": "Tệp rỗng. Hãy chọn lại tệp.",
    "refused.too-large": "Tệp lớn hơn 200 MB. Hãy tách tệp, hoặc bỏ ảnh và trang tính thừa.",
    "refused.bomb": "Tệp nén phình ra quá lớn khi mở, nên không mở. Hãy lưu lại tệp từ phần mềm bảng tính.",
    "refused.password": "Tệp có mật khẩu. Hãy bỏ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi lưu lại.",
    "refused.encrypted": "Tệp nén có mật khẩu. Hãy giải nén rồi chọn từng tệp.",
    "refused.broken": "Tệp hỏng hoặc chưa tải xong. Hãy mở bằng phần mềm bảng tính rồi lưu lại dạng .xlsx.",
    "refused.no-sheets": "Tệp không có trang tính nào. Hãy lưu lại dạng .xlsx.",
    "refused.unclosed-quote": (row: string) =>
      `Dấu ngoặc kép mở ở dòng ${row} không được đóng. Hãy sửa dòng đó, hoặc lưu lại dạng .xlsx.`,
    "refused.json": (row: string) =>
      `Tệp không phải JSON đúng (hỏng ở dòng ${row}). Hãy xuất lại GeoJSON từ phần mềm bản đồ.`,
    "refused.no-layer":
      "Tệp không có lớp bản đồ nào đọc được. Hãy xuất GeoJSON, KML, hoặc nén các tệp .shp, .dbf, .prj, .cpg vào một tệp .zip.",
    "refused.other-format":
      "Không phải bảng tính, CSV hay tệp bản đồ. Hãy lưu dạng .xlsx, .xls, .ods, .csv, GeoJSON, KML hoặc Shapefile nén .zip.",
    "needs.encoding": "Không chắc chữ trong tệp được ghi theo bảng mã nào. Hãy chọn bảng mã cho ra chữ đúng:",
  },
  {
    "refused.empty": "The file is empty. Choose it again.",
    "refused.too-large":
      "The file is larger than 200 MB. Split it, or take out pictures and sheets nobody needs.",
    "refused.bomb":
      "The archive swells beyond all measure when opened, so it is not. Save it again from a spreadsheet.",
    "refused.password": "The file has a password. Take it off (File › Info › Protect) and save it again.",
    "refused.encrypted": "The archive has a password. Unpack it and choose the files themselves.",
    "refused.broken": "The file is broken or not whole. Open it in a spreadsheet and save it as .xlsx.",
    "refused.no-sheets": "There is no sheet in the file. Save it again as .xlsx.",
    "refused.unclosed-quote": (row: string) =>
      `A quotation mark opened in row ${row} is never closed. Mend that row, or save the file as .xlsx.`,
    "refused.json": (row: string) =>
      `This is not valid JSON (broken in line ${row}). Export the layer again as GeoJSON.`,
    "refused.no-layer":
      "There is no layer in it that can be read. Export GeoJSON, KML, or zip the files .shp, .dbf, .prj and .cpg together.",
    "refused.other-format":
      "This is no spreadsheet, CSV or map file. Save it as .xlsx, .xls, .ods, .csv, GeoJSON, KML or a zipped Shapefile.",
    "needs.encoding":
      "It is not certain in which encoding the file is written. Choose the one that gives the right letters:",
  },
);
