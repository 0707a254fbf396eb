import type { Sentence } from "../retrieval/library.ts";
import { type Engine, findSentences } from "./engine.ts";
import { isHome, matchAt } from "./match/home.ts";
import { coverOf, isWellTold, matchTerm } from "./match/zones.ts";
import type { Question, Term } from "./question/question.ts";
import { quotePassage } from "./quotes.ts";
import type { HeadlinePart, Quote } from "./types.ts";

export interface SentenceCandidate {
  readonly sentence: Sentence;
  readonly score: number;
  readonly coverage: number;
  readonly missing: number;
}

/** Coverage below which sentences are not taken for an answer. */
export const ENOUGH_WORDS = 0.42;
/** Characters of a headline made of sentences, about three lines on a phone. */
const HEADLINE = { zh: 150, en: 360 } as const;

/** What a question word asks for, the shape of a sentence that tells it, and how much that shape counts. */
const SHAPES: readonly { readonly asked: RegExp; readonly told: RegExp; readonly bonus: number }[] = [
  {
    asked: /谁|哪位|边个|什么职务|干嘛的|做什么的|什么人|\bwho\b|\bwhom\b/,
    told: /署长|处长|司长|主任|经理|负责人|关员|\bminister\b|\bdirector\b|\bmanager\b|\bhead of\b|\bofficial\b|\bchief\b/,
    bonus: 0.1,
  },
  {
    asked: /谁.{0,4}(?:说|讲|提)|\bwho (?:said|says|explained|warned|called)\b/,
    told: /表示|介绍|指出|认为|说|强调|\bsaid\b|\bexplained\b/,
    bonus: 0.06,
  },
  {
    asked: /为什么|为何|点解|原因|为啥|\bwhy\b/,
    told: /因为|由于|为了|以便|受.{1,20}影响|导致|因此|这就是|才能|无法|不能|必须|\bbecause\b|\bdue to\b|\bin order to\b|\bso that\b|\bsince\b/,
    bonus: 0.08,
  },
  {
    asked:
      /哪些|哪几|哪三|哪四|哪两|什么(?:办法|措施|东西|货|产品|新|设备|机器)|有啥|\b(?:what|which) (?:\w+ ){0,3}(?:measures?|goods|products?|types?|areas?|devices?|kit|steps?|diseases?|items|ways)\b|\bin which\b/,
    told: /、.*、|、.*和|, .*, .*\band\b|;.*;/,
    bonus: 0.08,
  },
  {
    asked:
      /怎么(?!说|讲|看)|如何|怎样|点样|什么(?:办法|方法|手段)|\bhow (?:did|does|do|is|are|can|was|were)\b/,
    told: /通过|采取|采用|实行|实施|开展|建立|设置|设立|严防|加强|运用|借助|创新|推出|\bby \w+ing\b|\bthrough\b|\busing\b|\bset up\b|\bintroduc/,
    bonus: 0.08,
  },
  {
    asked:
      /定义|什么意思|是什么(?:[?。呀啊]|$)|什么是|什么叫|啥叫|啥是|点解释|指的是|(?:^|[,，])何谓|\bwhat (?:is|are) (?:an? |the )?[a-z\s"“”-]+\?|\bmean(?:s|ing)?\b/,
    told: /是指|指的是|指在|所谓|是(?:一种|由|经|为)|也就是|意味着|称为|\brefers? to\b|\bmeans?\b|\bis (?:an?|the) (?:kind|type|form|area|place|zone|system|model|practice)\b|\bare (?:special|specific|areas|places|zones)\b/,
    bonus: 0.1,
  },
  {
    asked: /下一步|接下来|下阶段|今后|往后|\bnext\b/,
    told: /下一步|接下来|下阶段|今后|将(?!近)|\bnext\b|\bwill\b|\b(?:is|are) to\b/,
    bonus: 0.1,
  },
  { asked: /目标|\bgoal\b|\baim\b/, told: /目标|\bgoal\b|\baim\b/, bonus: 0.06 },
];

/** Sentences that may answer, best first: by how much of the question they cover, then by the index's own score. */
export function rankSentences(engine: Engine, question: Question): SentenceCandidate[] {
  const shapes = SHAPES.filter((s) => s.asked.test(question.folded));
  const terms = speakersAside(question.terms);
  const topical = terms.some(isTopical);
  const defined = definedTerm(question, terms);
  const found = findSentences(engine, terms, question.lang);
  const top = found[0]?.score ?? 1;
  return found
    .map(({ sentence, score }) => {
      const cover = coverOf(terms, (t) =>
        isHome(t, sentence.document) ? Math.max(0.8, matchAt(t, sentence)) : matchAt(t, sentence),
      );
      const shaped = shapes.reduce((sum, s) => sum + (s.told.test(sentence.text) ? s.bonus : 0), 0);
      const onTopic = !topical || terms.some((t) => isTopical(t) && matchTerm(t, sentence.around) >= 0.45);
      const told =
        cover.missing.some((t) => t.absent) &&
        isWellTold(terms, isTopical, (known) => coverOf(known, (t) => matchAt(t, sentence)), WELL_TOLD);
      const absent =
        (onTopic ? 0 : 1) +
        (defined && matchAt(defined, sentence) < 0.6 ? 1 : 0) +
        (tellsDate(question, sentence) ? 0 : 1) +
        cover.missing.filter(
          (t) =>
            t.kind === "name" ||
            t.kind === "place" ||
            t.attached ||
            (t.absent && t.noun && t.text.length > 1 && !told),
        ).length;
      // 记者：…吗？ asks what the next paragraph answers.
      const asks = /[?？][”"]?\s*$/.test(sentence.text) ? 0.3 : 0;
      const caption = /^(?:图|picture|photo)\s*[①-⑨\d]/.test(sentence.text) ? 0.1 : 0;
      return {
        sentence,
        coverage: cover.score,
        missing: absent,
        score:
          cover.score +
          0.12 * (score / top) +
          shaped +
          timeliness(question, sentence) +
          recency(engine, question, sentence) -
          caption -
          asks,
      };
    })
    .sort((a, b) => b.score - a.score || a.sentence.id - b.sentence.id);
}

/** What a question asks the meaning of: 异宠 in 异宠指哪些动物, 什么叫一单制. */
function definedTerm({ folded }: Question, terms: readonly Term[]): Term | undefined {
  const after = /什么(?:是|叫|叫做)|啥(?:是|叫)|何谓|所谓的?/.exec(folded);
  if (after) return terms.find((t) => t.noun && t.span[0] >= after.index + after[0].length);
  const before = /(?:是?指|指的)(?:的是)?(?:什么|甚么|啥|咩|哪|谁|几)|是?(?:什么|啥|咩)意思/.exec(folded);
  return before
    ? terms.findLast((t) => t.noun && t.span[1] <= before.index && before.index - t.span[1] <= 3)
    : undefined;
}

/** Coverage from which a sentence tells what is asked but for the asker's own words. */
const WELL_TOLD = 0.75;

/** "According to Wang Jun": a name beside a topic only says who speaks, and not every sentence of a speech repeats it. */
function speakersAside(terms: readonly Term[]): readonly Term[] {
  if (!terms.some((t) => isTopical(t) && t.kind !== "name")) return terms;
  return terms.map((t) =>
    t.kind === "name" && /\p{Script=Han}|^[a-z]+ [a-z]+$/u.test(t.text)
      ? { ...t, kind: "word", weight: t.weight * 0.4 }
      : t,
  );
}

/** A sentence, section or article of the asked time comes before one of another. */
function timeliness(question: Question, sentence: Sentence): number {
  const period = question.periods.find((p) => p.from && !p.from.startsWith("--"));
  if (!period?.from) return 0;
  const { article } = sentence.document;
  const words = (period.text ?? "").replace(/期间|以来|时期|这几年|年间|规划|[“”"]/g, "");
  if ((words.length >= 3 && sentence.text.includes(words)) || sentence.text.includes(period.from.slice(0, 4)))
    return 0.14;
  if (article.published.startsWith(period.from) || (article.event ?? "").includes(period.from.slice(0, 4)))
    return 0.1;
  return article.covers &&
    article.covers.from <= period.from &&
    article.covers.to.slice(0, 4) >= period.from.slice(0, 4)
    ? 0.03
    : -0.12;
}

/** Of equals the newer article comes first where no time was asked: who the minister is. */
function recency({ vocabulary }: Engine, question: Question, { document }: Sentence): number {
  const age = vocabulary.newestYear - Number(document.article.published.slice(0, 4));
  return question.periods.length > 0 ? 0 : -0.004 * Math.min(age, 10);
}

/** Where a date is asked for, the sentence has to tell one: a year for 哪年, a day or month for the rest. */
function tellsDate(question: Question, sentence: Sentence): boolean {
  if (question.aspect !== "date") return true;
  if (/哪一?年|几几年|何年|\bwhich year\b|\bwhat year\b/.test(question.folded))
    return /(?:19|20)\d{2}(?!\d)/.test(sentence.text);
  return /\d{1,2}月|(?:19|20)\d{2}年|\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b|\d{1,2}点|\ba\.m|\bp\.m/.test(
    sentence.text,
  );
}

/** A word that names a topic rather than a place, an office or something done. */
const isTopical = (t: Term): boolean =>
  t.kind !== "place" && t.kind !== "body" && t.kind !== "act" && !t.general && t.weight >= 1.5;

export interface ToldPassage {
  readonly headline: HeadlinePart[];
  readonly quotes: readonly [Quote, ...Quote[]];
}

/** The answering sentence, and the next one of its passage where it is as good, with up to three quotes from different passages. */
export function tellPassage(
  candidates: readonly [SentenceCandidate, ...SentenceCandidate[]],
  quoteCount = 3,
): ToldPassage {
  const best = strongestPassage(candidates);
  const passages: { sentence: Sentence; marks: [number, number][] }[] = [];
  for (const candidate of [best, ...candidates]) {
    const { sentence } = candidate;
    const known = passages.find((p) => p.sentence.passage === sentence.passage);
    if (known) {
      if (sentence !== best.sentence && candidate.coverage > best.coverage - 0.12 && known.marks.length < 2)
        known.marks.push([sentence.start, sentence.end]);
    } else if (
      passages.length < quoteCount &&
      (passages.length === 0 || candidate.coverage > Math.max(ENOUGH_WORDS, best.coverage - 0.25))
    ) {
      passages.push({ sentence, marks: [[sentence.start, sentence.end]] });
    }
  }
  const quotes = passages.map((p) => quotePassage(p.sentence, p.marks));
  return { headline: sentencesOf(best.sentence), quotes: quotes as [Quote, ...Quote[]] };
}

/** Of nearly equal sentences the one whose passage holds more of them. */
function strongestPassage(
  candidates: readonly [SentenceCandidate, ...SentenceCandidate[]],
): SentenceCandidate {
  const first = candidates[0];
  const near = candidates.filter((c) => c.score >= first.score - 0.03);
  const support = (c: SentenceCandidate): number =>
    candidates.filter(
      (o) => o !== c && o.sentence.passage === c.sentence.passage && o.coverage >= first.coverage - 0.2,
    ).length;
  return near.reduce((best, c) => (support(c) > support(best) ? c : best), first);
}

/** A sentence as a headline: its figures are marked as such, so that the gate can find each in the quote. */
function sentencesOf(sentence: Sentence): HeadlinePart[] {
  const { body, lang } = sentence.document.article;
  const text = body.slice(sentence.start, sentence.end);
  const most = HEADLINE[lang];
  const end = text.length <= most ? sentence.end : sentence.start + cutAtClause(text, most);
  return [
    {
      kind: "figure",
      text: body.slice(sentence.start, end) + (end < sentence.end ? "…" : ""),
      quote: 0,
      span: [sentence.start, end],
    },
  ];
}

/** The last clause end within the limit, else the limit itself. */
function cutAtClause(text: string, most: number): number {
  const part = text.slice(0, most);
  const at = Math.max(
    part.lastIndexOf("，"),
    part.lastIndexOf("；"),
    part.lastIndexOf(", "),
    part.lastIndexOf("; "),
  );
  return at > most / 2 ? at : most;
}
