import { namespace } from "../locale";

/** Texts of the page of comparisons that belong to no section. */
export const compareMessages = namespace(
  {
    title: "So sánh",
    description:
      "97 công trình của Chương trình 22 theo lĩnh vực, giai đoạn, vốn và mức chậm; xã nào đang ở đâu, điều gì vừa đổi.",
  },
  {
    title: "Compare",
    description:
      "The 97 works of Programme 22 by sector, stage, money and lateness; which commune stands where, what has just changed.",
  },
);
