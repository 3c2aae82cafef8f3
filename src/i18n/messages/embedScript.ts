import { namespace } from "../locale";

/** Words the small script of an embedded map adds to its page. They travel with every frame: only what is needed. */
export const embedScriptMessages = namespace(
  {
    zoomIn: "Phóng to",
    zoomOut: "Thu nhỏ",
    zoomHome: "Về khung nhìn đầu",
    twoFingers: "Dùng hai ngón để di chuyển bản đồ",
    ctrlWheel: "Giữ Ctrl và lăn chuột để phóng to",
    commune: "Chọn xã, phường",
    work: "Chọn công trình",
    sort: (column: string) => `Xếp theo: ${column}`,
    opening: "Đang mở bản đồ tương tác…",
    failed: "Không mở được bản đồ tương tác ở đây; bản đồ vẽ sẵn vẫn dùng được.",
  },
  {
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
    zoomHome: "Back to the first view",
    twoFingers: "Use two fingers to move the map",
    ctrlWheel: "Hold Ctrl and scroll to zoom",
    commune: "Choose a commune",
    work: "Choose a work",
    sort: (column: string) => `Sort by: ${column}`,
    opening: "Opening the interactive map…",
    failed: "The interactive map cannot be opened here; the drawn one still works.",
  },
);
