import { expect, test } from "vitest";
import { isIsoDate } from "@/domain/date";

/** What the calendar of the language says of a text. */
const exists = (text: string): boolean => {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

test("a day is one of the calendar, for every month and day one could write in four centuries", () => {
  const two = (value: number) => String(value).padStart(2, "0");
  for (let year = 1800; year <= 2200; year++)
    for (let month = 0; month <= 13; month++)
      for (let day = 0; day <= 32; day++) {
        const text = `${year}-${two(month)}-${two(day)}`;
        if (isIsoDate(text) !== exists(text)) expect.fail(text);
      }
});

test("nothing else is one", () => {
  for (const text of [
    "",
    "2026-3-28",
    "2026-03-28T00:00",
    " 2026-03-28",
    "28/03/2026",
    "2026-03-28\n",
    "٢٠٢٦-٠٣-٢٨",
  ])
    expect([text, isIsoDate(text)]).toEqual([text, false]);
});
