import type { Article } from "../../src/knowledge/article.ts";
import { createLibrary, type FigureEntry, type Library } from "../../src/retrieval/library.ts";

/** An invented article of plain sentences, so that what is tested is arithmetic and proof, not reading. */
export const ISLAND: Article = {
  id: "island",
  lang: "zh",
  kind: "digest",
  title: "云岛港年报",
  publisher: "云岛日报",
  published: "2022-01-15",
  covers: { from: "2021", to: "2021" },
  file: "island.zh.md",
  body: [
    "## 吞吐",
    "",
    "2021年，云岛港货物吞吐量为1200万吨，同比增长20%。2020年，云岛港货物吞吐量为1000万吨。",
    "",
    "2021年，云岛港集装箱吞吐量超过30.5万标箱。2020年，云岛港集装箱吞吐量为25万标箱。",
    "",
    "2021年，云岛港平均卸船时间为6小时。2020年，云岛港平均卸船时间为5至8小时。",
    "",
    "2021年，渡轮旅客占云岛旅客总数的43.8%。2020年，渡轮旅客占云岛旅客总数的32.16%。",
    "",
    "2021年，云岛港吞吐量居全省第3位。2020年，云岛港吞吐量居全省第5位。",
  ].join("\n"),
};

export const islandLibrary = (): Library => createLibrary([ISLAND]);

/** The figure that is printed as `text` in the island's article. */
export function figureOf(library: Library, text: string): FigureEntry {
  const entry = library.figures.find(
    (e) => e.figure.text === text || ISLAND.body.slice(...e.figure.display) === text,
  );
  if (!entry)
    throw new RangeError(`${text} is none of ${library.figures.map((e) => e.figure.text).join(", ")}`);
  return entry;
}
