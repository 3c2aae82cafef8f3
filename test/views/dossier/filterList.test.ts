import { expect, test } from "vitest";
import { foldAccents } from "@/analysis/foldAccents";
import { matches } from "@/views/dossier/filterList";

const row = foldAccents("Xã An Lạc 07654 Xã Lệ Viễn Xã An Lạc");

test.each(["an lac", "An Lạc", "lac an", "le vien", "Lệ Viễn", "07654", "xa an", "", "  "])(
  "finds %j",
  (typed) => {
    expect(matches(foldAccents(typed), row)).toBe(true);
  },
);
test.each(["ac", "an lam", "an lac son", "7654"])(
  "does not find %j: words are found from their beginning",
  (typed) => {
    expect(matches(foldAccents(typed), row)).toBe(false);
  },
);
test("đ is d", () => {
  expect(matches(foldAccents("dong ky"), foldAccents("Xã Đồng Kỳ"))).toBe(true);
});
