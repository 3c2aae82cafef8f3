import { namespace } from "../locale";
import { leadingZero as two } from "../proseCount";

/** 1–9 with a leading zero, as administrative prose has small counts. */

const pages = (count: number): string => (count === 1 ? "1 dossier" : `${count} dossiers`);

/** Texts of printing: many dossiers as one job, and the map as a sheet or a picture. */
export const paperMessages = namespace(
  {
    batch: "In hàng loạt",
    batchProgramme: (count: number) => `In ${two(count)} xã ĐBKK`,
    batchAll: (count: number) => `In ${two(count)} hồ sơ`,
    batchHint: "Một lần in cho tất cả; mỗi hồ sơ bắt đầu ở tờ mới.",
    batchTitle: (count: number) => `${two(count)} hồ sơ xã, phường`,
    loading: (done: number, all: number) => `Đã tải ${done}/${all} hồ sơ`,
    cancel: "Hủy in",
    cancelled: "Đã hủy, chưa in gì.",
    ready: (count: number) => `Đã gửi ${two(count)} hồ sơ tới hộp thoại in.`,
    missing: (names: string, count: number) =>
      `Chưa in: không tải được ${two(count)} hồ sơ (${names}). Thử lại, hoặc in phần đã tải.`,
    batchFailed: "Chưa in: không tải được phần in hàng loạt. Hãy thử lại.",
    retry: "Thử lại",
    printRest: (count: number) => `In ${two(count)} hồ sơ đã tải`,
    nothing: "Không có hồ sơ nào để in.",
    openMap: "In bản đồ, lưu hình",
    mapTitle: "In bản đồ, lưu hình",
    mapFile: "ban-do-chuong-trinh-22",
    mapFailed: "Không lưu được hình. Hãy thử lại, hoặc in bản đồ.",
    format: "Khổ giấy",
    orientation: "Chiều",
    landscape: "Ngang",
    portrait: "Dọc",
    printMap: "In bản đồ",
    north: "B",
  },
  {
    batch: "Print many",
    batchProgramme: (count: number) => `Print the ${count} Programme communes`,
    batchAll: (count: number) => `Print ${pages(count)}`,
    batchHint: "One print job for all; every dossier begins on a new sheet.",
    batchTitle: (count: number) => `${pages(count)} of communes and wards`,
    loading: (done: number, all: number) => `${done} of ${pages(all)} loaded`,
    cancel: "Cancel printing",
    cancelled: "Cancelled; nothing was printed.",
    ready: (count: number) => `${pages(count)} handed to the print dialog.`,
    missing: (names: string, count: number) =>
      `Nothing was printed: ${pages(count)} could not be loaded (${names}). Try again, or print what was loaded.`,
    batchFailed: "Nothing was printed: the part that prints many could not be loaded. Try again.",
    retry: "Try again",
    printRest: (count: number) => `Print the ${pages(count)} loaded`,
    nothing: "There is no dossier to print.",
    openMap: "Print the map, save a picture",
    mapTitle: "Print the map, save a picture",
    mapFile: "programme-22-map",
    mapFailed: "The picture could not be saved. Try again, or print the map.",
    format: "Paper",
    orientation: "Orientation",
    landscape: "Landscape",
    portrait: "Portrait",
    printMap: "Print the map",
    north: "N",
  },
);
