import { namespace } from "../locale";

/** Texts of the help on keys and of the first-visit hint; they come with these and not with the page. */
export const helpMessages = namespace(
  {
    title: "Phím trên bản đồ",
    close: "Đóng",
    intro: "Bấm Tab cho tới khi bản đồ được chọn, rồi:",
    walk: "sang xã bên cạnh; tên, giá trị và hạng được đọc lên",
    open: "mở xã đang đứng",
    toggle: "chọn hoặc bỏ xã đang đứng trong nhóm nhiều xã",
    close_: "bỏ chọn, đóng",
    search: "tìm xã, thôn, công trình, địa danh",
    zoomIn: "phóng to",
    zoomOut: "thu nhỏ",
    help: "mở bảng phím này",
    arrows: "Phím mũi tên",
    space: "Phím cách",
    single: "Dùng phím tắt một chữ ( / ? + − )",
    singleNote:
      "Tắt nếu bạn điều khiển bằng giọng nói hoặc hay chạm nhầm phím. Phím mũi tên, Enter, Esc vẫn dùng được.",
    hintTitle: "Lần đầu vào đây?",
    hintPointer:
      "Bấm một xã để xem công trình, tiền và nguy cơ. Kéo thanh thời gian để xem ngày khác. Bấm ? để xem các phím.",
    hintTouch:
      "Chạm một xã để xem công trình, tiền và nguy cơ. Kéo tấm dưới lên để đọc hết. Nút ▷ chạy qua các kỳ số liệu.",
    understood: "Đã hiểu",
  },
  {
    title: "Keys on the map",
    close: "Close",
    intro: "Press Tab until the map is chosen, then:",
    walk: "to the neighbouring commune; its name, value and rank are read out",
    open: "open the commune you stand on",
    toggle: "put the commune into the group of several, or take it out",
    close_: "let go, close",
    search: "find communes, villages, works, places",
    zoomIn: "zoom in",
    zoomOut: "zoom out",
    help: "open this list",
    arrows: "Arrow keys",
    space: "Space",
    single: "Use single-key shortcuts ( / ? + − )",
    singleNote:
      "Switch off if you speak to your computer or often hit keys by accident. Arrow keys, Enter and Escape go on working.",
    hintTitle: "First time here?",
    hintPointer:
      "Click a commune for its works, money and hazard. Drag the time line to see another day. Press ? for the keys.",
    hintTouch:
      "Touch a commune for its works, money and hazard. Pull the sheet up to read it all. The button ▷ plays through the days.",
    understood: "Understood",
  },
);
