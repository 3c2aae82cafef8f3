import { namespace } from "../locale";

/** The way into the third dimension; its own texts (third.ts) come with its code. */
export const thirdButtonMessages = namespace(
  { open: "Khối nổi và mật độ" },
  { open: "Raised communes and density" },
);
