import { parseChineseNumeral } from "../../figures/chinese/numerals.ts";
import type { Span } from "../../figures/figure.ts";
import type { Alternate } from "../../retrieval/lexicon.ts";
import type { Vocabulary } from "../../retrieval/vocabulary.ts";
import { hanForm } from "../../text/match-form.ts";
import type { Term } from "./question.ts";

/** Words for whatever is traded or done: they name nothing. */
const GENERAL =
  /^(?:货|货物|货品|商品|产品|东西|物品|企业|公司|国家|地区|渠道|方式|环节|领域|方面|情况|good|product|item|compani|thing|tonn|ton|case)$/;

/** Acts and unknown words tell less than named things: they have more ways to be said. */
const KIND_WEIGHT: Readonly<Record<Term["kind"], number>> = {
  place: 1.3,
  body: 0.8,
  name: 1.3,
  term: 1,
  word: 0.9,
  act: 0.5,
};

/** Rarity beyond which a word tells no more: it is in one place only, or nowhere. */
const MOST_RARE = 5.2;

/** 前三大贸易伙伴 is written 前3大贸易伙伴 as well. */
const withDigits = (alternates: readonly Alternate[]): Alternate[] =>
  alternates.flatMap((a) =>
    /[二两三四五六七八九十](?=[大个项条种])/.test(a.text)
      ? [
          a,
          {
            ...a,
            text: a.text.replace(/[二两三四五六七八九十](?=[大个项条种])/g, (c) =>
              String(parseChineseNumeral(c)),
            ),
          },
        ]
      : [a],
  );

/** 开行量, 邮递渠道 and 企业数 are told as 开行 and 企业, 总面积 as 面积, 放行时间 as 放行. */
const withoutSuffix = (text: string): Alternate[] => {
  const bare =
    /^(\p{Script=Han}{2,}?)(?:[量数额]|渠道|方式|环节|领域|时间|时长|用时|数量|总数|总量|金额|总额|人数|次数)$/u.exec(
      text,
    )?.[1] ??
    /^总(\p{Script=Han}{2,})$/u.exec(text)?.[1] ??
    // 免税品, 免税店: told as 免税.
    /^(\p{Script=Han}{2,})[品店]$/u.exec(text)?.[1];
  return bare === undefined ? [] : [{ text: hanForm(bare), weight: 0.8 }];
};

/** Longer words in which a word stands and means something else: 海关税收 is all that customs collects, 免税 is no tax. */
const WITHIN_OTHERS: Readonly<Record<string, readonly string[]>> = {
  关税: ["海关税"],
  税: ["免税", "退税", "保税"],
};

/** A term of a question with its weight: what may stand for it, how rare that is here, and what kind of word it is. */
export function weighTerm(
  text: string,
  span: Span,
  kind: Term["kind"],
  noun: boolean,
  said: readonly Alternate[],
  rivals: readonly string[],
  vocabulary: Vocabulary,
): Term {
  const measure = /^(列|件|箱|票|批|家|户|起|例|辆|艘|班|趟|种|项|单)[数量]$/.exec(text)?.[1];
  const alternates = [
    ...withDigits(said),
    ...(measure ? [{ text: measure, weight: 0.8 }] : []),
    ...withoutSuffix(text),
  ];
  const { weight: rarity, count, present } = vocabulary.rarity(alternates);
  const weight = Math.min(MOST_RARE, rarity);
  const share =
    KIND_WEIGHT[kind] *
    (noun || kind !== "word" ? 1 : count === 0 ? 0.2 : 0.4) *
    (kind === "word" && text.length === 1 ? 0.5 : 1) *
    (GENERAL.test(text) ? 0.4 : 1);
  const distinct = rivals.filter((r) => !alternates.some((a) => a.text.includes(r)));
  const around =
    kind === "place"
      ? vocabulary.lexicon.around(text).map(hanForm)
      : /^[a-z ]+$/.test(text) && !/\bfree\b/.test(text)
        ? [` ${text} free `] // Duty-free is no duty.
        : (WITHIN_OTHERS[text] ?? []);
  const blind = !vocabulary.hasEnglish && kind === "word" && /^[a-z]/.test(text);
  return {
    text,
    surface: text,
    attached: false,
    head: true,
    general: GENERAL.test(text),
    span,
    kind,
    noun,
    // Words that the library never says find nothing; the asker's own may still be met in part.
    alternates: [...new Set([...alternates.filter((a) => a.weight === 1), ...present])],
    rivals: distinct,
    around,
    weight: weight * share * (blind ? 0.3 : 1),
    absent: count === 0 && !blind,
  };
}
