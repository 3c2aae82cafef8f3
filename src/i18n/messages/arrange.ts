import { namespace } from "../locale";

/** Texts for arranging layers; they come with that part and not with the page. */
export const arrangeMessages = namespace(
  {
    intro: "Lớp trên cùng che lớp dưới. Kéo, hoặc dùng nút lên, xuống.",
    up: (layer: string) => `Đưa ${layer} lên`,
    down: (layer: string) => `Đưa ${layer} xuống`,
    opacity: (layer: string) => `Độ đậm của ${layer}`,
    percent: (value: string) => `${value} %`,
    moved: (layer: string, place: string, of: string) =>
      `${layer}: thứ ${place} từ trên xuống, trong ${of} lớp.`,
    reset: "Trở lại thứ tự và độ đậm ban đầu",
  },
  {
    intro: "A layer covers those below it. Drag, or use the buttons up and down.",
    up: (layer: string) => `Move ${layer} up`,
    down: (layer: string) => `Move ${layer} down`,
    opacity: (layer: string) => `Opacity of ${layer}`,
    percent: (value: string) => `${value}%`,
    moved: (layer: string, place: string, of: string) =>
      `${layer}: number ${place} from the top, of ${of} layers.`,
    reset: "Back to the first order and opacity",
  },
);
