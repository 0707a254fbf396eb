import { expect, it } from "vitest";
import { headlineText } from "../../src/answer/types.ts";
import { createAssistant } from "../../src/assistant.ts";
import { articleText, folderOf } from "../support/library-folder.ts";

const BODY = `
## 渡轮

下表是澄岛口岸2023年的渡轮。

| 航线 | 旅客（万人次） | 同比增长（%） |
| --- | --- | --- |
| 东线 | 12.5 | 3.1 |
| 西线 | 30.2 | -4.6 |
| 南线 | 8.8 | 21.7 |
| 合计 | 51.5 | 1.2 |

2023年，澄岛海关在渡轮、货轮、渔船渠道分别查扣违禁品18批、64批和9批。
`;

const assistant = () =>
  createAssistant({
    dir: folderOf({
      "ferries.zh.md": articleText(
        { id: "ferries", title: "澄岛口岸渡轮旅客", published: '"2024-01-10"' },
        BODY,
      ),
    }),
  });

it.each([
  ["澄岛口岸2023年哪条航线旅客最多", "西线", "30.2"],
  ["澄岛口岸2023年旅客最少的是哪条航线", "南线", "8.8"],
  ["澄岛口岸2023年哪条航线旅客增长最快", "南线", "21.7"],
  ["澄島海關2023年哪個渠道查扣的違禁品最多", "货轮", "64"],
])("finds the greatest or least of what the question does not name: %s", (question, name, figure) => {
  const headline = headlineText(assistant().ask({ text: question }).headline);
  expect(headline).toContain(name);
  expect(headline).toContain(figure);
});

it("takes the one that the question names", () => {
  const headline = headlineText(assistant().ask({ text: "澄岛口岸2023年东线旅客多少" }).headline);
  expect(headline).toContain("12.5");
});
