import { namespace } from "../locale";

/** What every page says while this device shows a draft. */
export const draftMessages = namespace(
  {
    label: "Bản nháp",
    drawn: (day: string) => `dữ liệu nhập thử ngày ${day}, chỉ có trên máy này, chưa công bố.`,
    prerendered: "trang này dựng sẵn từ số liệu đã công bố, không gồm bản nháp.",
    undo: "Lùi một bước",
    leave: "Thoát bản nháp",
  },
  {
    label: "Draft",
    drawn: (day: string) => `data imported on trial on ${day}, on this device only, not published.`,
    prerendered: "this page was prepared of published data, without the draft.",
    undo: "One step back",
    leave: "Leave the draft",
  },
);
