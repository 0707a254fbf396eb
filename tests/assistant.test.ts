import fc from "fast-check";
import { simplecc } from "simplecc-wasm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Assistant } from "../src/answer/assistant-api.ts";
import { type Answer, headlineText, type Memory } from "../src/answer/types.ts";
import { createAssistant } from "../src/assistant.ts";
import { renderAnswer } from "../src/format/render.ts";
import type { Library } from "../src/retrieval/library.ts";
import { foldText, simplify } from "../src/text/fold.ts";
import { inScript } from "../src/text/script.ts";
import { articleText, folderOf } from "./support/library-folder.ts";

type Loaded = Assistant & { readonly library: Library };

const toTraditional = (text: string): string => simplecc(text, "s2t");
const quotesOf = (answer: Answer) => ("quotes" in answer ? [...answer.quotes, ...answer.alsoIn] : []);
const figuresOf = (answer: Answer): string[] =>
  "figures" in answer
    ? answer.figures.map((f) => `${f.articleId}.${f.lang} ${f.figure.start} ${f.figure.text}`)
    : [];

/** Laws 1 and 2, looked at from outside: not by the gate's own code. */
function expectProof(answer: Answer, library: Library): void {
  const quotes = quotesOf(answer);
  if (answer.kind === "number" || answer.kind === "comparison" || answer.kind === "passage") {
    expect(quotes.length).toBeGreaterThan(0);
  }
  for (const quote of quotes) {
    const body = library.document(quote.articleId, quote.lang)?.article.body;
    expect(quote.text).toBe(body?.slice(quote.start, quote.end));
    expect(quote.title && quote.publisher && quote.published).toBeTruthy();
    for (const [start, end] of quote.marks)
      expect(start >= quote.start && end <= quote.end && start < end).toBe(true);
  }
  const formulas = answer.kind === "comparison" ? answer.derived.map((d) => d.formula).join(" ") : "";
  const proven = `${quotes.map((q) => q.text).join(" ")} ${formulas}`;
  for (const part of answer.headline) {
    if (part.kind === "restated") continue; // Another scale: 27.48 billion for 274.8亿; its span is checked by the gate.
    const words = part.kind === "text" ? withoutDates(part.text) : part.text;
    // The asker's own digits may come back as they are read: ㍘ is 0点.
    for (const [number] of words.matchAll(/\d+(?:[.,]\d+)*/g))
      expect(`${proven} ${answer.question} ${foldText(answer.question)}`).toContain(number);
  }
  if (answer.kind === "notFound")
    expect(withoutDates(headlineText(answer.headline))).not.toMatch(/\d+(?:\.\d+)?(?:%|万|亿)/);
}

/** Periods may be said of figures whose sentence leaves them to the heading or the date. */
const withoutDates = (text: string): string =>
  text.replace(/(?:19|20)\d{2}(?:年(?:\d{1,2}(?:[—–-]\d{1,2})?月(?:\d{1,2}日)?)?)?/g, "");

/** Questions as people put them, of parts; many have no answer. */
const ZH = fc
  .tuple(
    fc.constantFrom("", "2020年", "2024年", "2025年1—7月", "十四五以来", "1999年", "去年", "上半年"),
    fc.constantFrom("", "全国", "海口海关", "山东", "火星"),
    fc.constantFrom(
      "外贸",
      "出口",
      "进口",
      "收税",
      "跨境电商",
      "通关时间",
      "中欧班列",
      "走私案件",
      "查获的毒品",
      "自贸试验区",
      "智慧海关",
      "侵权货物",
      "榴莲",
    ),
    fc.constantFrom(
      "是多少?",
      "增长了多少",
      "有几个?",
      "比2020年多多少?",
      "占百分之几?",
      "排第几",
      "怎么样",
      "是谁说的?",
      "为什么重要",
      "和出口哪个多?",
      "",
    ),
  )
  .map((parts) => parts.join(""));
const EN = fc
  .tuple(
    fc.constantFrom("How much was", "How fast did", "What is", "Who spoke about", "How many", "Compare"),
    fc.constantFrom(
      "China's foreign trade",
      "tax revenue",
      "smart customs",
      "drug seizures",
      "AEO companies",
      "exports",
      "camels",
    ),
    fc.constantFrom("in 2020?", "in 2024?", "since 2021?", "in 1999?", "with 2020?", "grow?", "?"),
  )
  .map((parts) => parts.join(" "));

describe("the assistant over the shipped articles", () => {
  let first: Loaded;
  let second: Loaded;
  beforeAll(() => {
    first = createAssistant({ dir: "knowledge" });
    second = createAssistant({ dir: "knowledge" });
  });

  it("proves every answer: quotes are slices, and a headline's numbers stand in them or in the arithmetic", () => {
    fc.assert(
      fc.property(fc.oneof(ZH, ZH.map(toTraditional), EN), (text) =>
        expectProof(first.ask({ text }), first.library),
      ),
      { numRuns: 80 },
    );
  });

  it("answers any text at all without failing, and proves what it says", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) =>
        expectProof(first.ask({ text }), first.library),
      ),
      { numRuns: 40 },
    );
  });

  it("gives the same question the same bytes, also from a second assistant and in another order", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(ZH, EN), { minLength: 2, maxLength: 4 }), (questions) => {
        const ask = (assistant: Assistant, text: string): string => {
          const answer = assistant.ask({ text });
          return JSON.stringify(answer) + renderAnswer(answer).html;
        };
        const told = questions.map((text) => ask(first, text));
        expect(questions.map((text) => ask(first, text))).toEqual(told);
        expect(
          [...questions]
            .reverse()
            .map((text) => ask(second, text))
            .reverse(),
        ).toEqual(told);
      }),
      { numRuns: 12 },
    );
    expect(second.version).toBe(first.version);
    expect(first.version).toMatch(/^[\da-z]{8,16}$/);
  });

  it("finds the same for a question in Simplified and in Traditional characters, and says it in the asker's", () => {
    fc.assert(
      fc.property(ZH, (text) => {
        const simplified = first.ask({ text, lang: "zh-Hans" });
        const traditional = first.ask({ text: toTraditional(text), lang: "zh-Hant" });
        expect(traditional.kind).toBe(simplified.kind);
        expect(figuresOf(traditional)).toEqual(figuresOf(simplified));
        expect(quotesOf(traditional).map((q) => q.text)).toEqual(quotesOf(simplified).map((q) => q.text));
        expect(traditional.lang === "zh-Hant" || toTraditional(text) === text).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("writes its own words in the asker's script and leaves quotes as they were published", () => {
    fc.assert(
      fc.property(ZH, (question) => {
        const text = toTraditional(`请问${question}谢`);
        const answer = first.ask({ text, lang: "zh-Hant" });
        const { plain } = renderAnswer(answer);
        // Quotes and their sources are indented or barred; a title elsewhere stands in 《》, as it was published.
        const lines = plain.split("\n").filter((line) => !/^\s|^│/.test(line));
        const own = lines.map((line) => line.replace(/《[^》]*》/g, ""));
        for (const line of own) expect(inScript(simplify(line), "zh-Hant")).toBe(line);
        for (const quote of answer.kind === "number" ? answer.quotes : []) {
          expect(plain).toContain(quote.text.slice(0, 12));
        }
      }),
      { numRuns: 40 },
    );
  });

  it("speaks English to English askers, save for names and terms that the article prints in Chinese", () => {
    fc.assert(
      fc.property(EN, (text) => {
        const answer = first.ask({ text, lang: "en" });
        if (answer.kind === "passage") return;
        for (const part of answer.headline)
          if (part.kind === "text") expect(part.text).not.toMatch(/\p{Script=Han}/u);
      }),
      { numRuns: 40 },
    );
  });

  it("goes on from its memory alone: a follow-up gives the same whoever answered before", () => {
    const turns = ["2024年外贸多少?", "那2020年呢", "差多少"];
    const run = (assistants: readonly Assistant[]): string[] => {
      let memory: Memory | null = null;
      return turns.map((text, i) => {
        const answer = (assistants[i % assistants.length] as Assistant).ask({ text, memory });
        memory = answer.memory === null ? null : (JSON.parse(JSON.stringify(answer.memory)) as Memory);
        return JSON.stringify(answer);
      });
    };
    expect(run([first, second])).toEqual(run([first]));
  });

  it("answers the questions that it offers as examples", () => {
    for (const lang of ["zh-Hans", "zh-Hant", "en"] as const) {
      for (const text of first.examples(lang)) {
        const answer = first.ask({ text });
        expect(["number", "comparison", "passage"]).toContain(answer.kind);
        expect(answer.lang).toBe(lang);
      }
    }
  });

  it("gives pages of quotes for inline use without gaps or repeats", () => {
    const all = first.search("海关", { offset: 0, limit: 12 }).quotes;
    const pages = [0, 4, 8].flatMap((offset) => first.search("海关", { offset, limit: 4 }).quotes);
    expect(pages).toEqual(all);
    expect(new Set(all.map((q) => `${q.articleId} ${q.lang} ${q.start}`)).size).toBe(all.length);
    expect(first.search("", { offset: 0, limit: 5 })).toEqual({ quotes: [], more: false });
  });

  it("widens a quote inside its section, and says so when the span is gone", () => {
    const [quote] = first.search("智慧海关", { offset: 0, limit: 1 }).quotes;
    if (!quote) throw new Error("expected a quote");
    const wide = first.around(quote, 1);
    const body = first.library.document(quote.articleId, quote.lang)?.article.body;
    expect(body).toContain(`${wide?.before}${wide?.quote.text}${wide?.after}`);
    expect(wide?.quote.text).toBe(quote.text);
    expect(first.around({ ...quote, end: 1e9 }, 1)).toBeUndefined();
    expect(first.around({ ...quote, articleId: "nowhere" }, 1)).toBeUndefined();
  });

  it("lists each article once, newest first, in the wanted language", () => {
    const listed = first.articles("en");
    expect(listed.map((a) => a.id).sort()).toEqual(
      [...new Set(first.library.documents.map((d) => d.article.id))].sort(),
    );
    expect(listed.map((a) => a.published)).toEqual(
      listed
        .map((a) => a.published)
        .sort()
        .reverse(),
    );
    for (const { title } of listed) expect(title).not.toMatch(/\p{Script=Han}/u);
  });
});

describe("an assistant over generated articles", () => {
  const METRICS = ["渡轮旅客", "灯塔门票收入", "渔获量", "货船数量"] as const;
  const UNITS = { 渡轮旅客: "万人次", 灯塔门票收入: "万元", 渔获量: "吨", 货船数量: "艘" } as const;
  const fact = fc.record({
    metric: fc.constantFrom(...METRICS),
    year: fc.constantFrom(2017, 2018, 2019),
    value: fc.integer({ min: 101, max: 99_999 }).map((n) => n / 10),
  });

  it("states the figure that the article has for metric and year, or none", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fact, { minLength: 3, maxLength: 8, selector: (f) => `${f.metric}${f.year}` }),
        (facts) => {
          const body = METRICS.map((metric, i) => {
            const own = facts.filter((f) => f.metric === metric);
            const lines = own.map((f) => `${f.year}年，云岛的${metric}为${f.value}${UNITS[metric]}。`);
            return [`## 第${"一二三四"[i]}节`, "岛上的人都很忙。", ...lines].join("\n\n");
          }).join("\n\n");
          const assistant = createAssistant({
            dir: folderOf({
              "island.md": articleText({ published: '"2020-01-10"' }, `${body}\n`),
            }),
          });
          for (const metric of METRICS) {
            for (const year of [2016, 2017, 2018, 2019]) {
              const answer = assistant.ask({ text: `${year}年云岛${metric}是多少?` });
              expectProof(answer, assistant.library);
              const right = facts.find((f) => f.metric === metric && f.year === year);
              const stated = "figures" in answer ? answer.figures.map((f) => f.figure.text) : [];
              expect([metric, year, ...stated]).toEqual([
                metric,
                year,
                ...(right ? [`${right.value}${UNITS[metric]}`] : []),
              ]);
            }
          }
        },
      ),
      { numRuns: 6 },
    );
  });
});
