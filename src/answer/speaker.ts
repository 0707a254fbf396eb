import type { Span } from "../figures/figure.ts";
import type { Document, Sentence } from "../retrieval/library.ts";
import type { Engine } from "./engine.ts";
import { quotePassage } from "./quotes.ts";
import type { HeadlinePart, Memory, Quote, UiLang } from "./types.ts";

const SAID =
  /表示|介绍|指出|认为|说|强调|称|解释|回答|\bsaid\b|\bsays\b|\bexplained\b|\badded\b|\baccording to\b|\bnoted\b|\btold\b/i;

/** Who said what was quoted, the office of who did, or where it was published: the sentence that names the speaker, or the article's own head. */
export function tellSpeaker(
  engine: Engine,
  at: NonNullable<Memory["quote"]>,
  kind: "whoSaid" | "whoIs" | "whichSource",
  lang: UiLang,
): { headline: HeadlinePart[]; quotes: readonly [Quote, ...Quote[]] } | undefined {
  const document = engine.library.document(at.articleId, at.lang);
  const sentence = document?.sentences.find((s) => at.start < s.end && at.end > s.start);
  if (!document || !sentence) return undefined;
  const quotes = [quotePassage(sentence, [[sentence.start, sentence.end]])] as [Quote, ...Quote[]];
  const { title, publisher, published } = document.article;
  if (kind === "whichSource")
    return {
      headline: [
        {
          kind: "text",
          text:
            lang === "en"
              ? `“${title}”, ${publisher}, ${published}`
              : `《${title}》，${publisher}，${published}`,
        },
      ],
      quotes,
    };
  const speaking = speakingSentence(document, sentence);
  if (!speaking) {
    const text =
      lang === "en"
        ? `The article names no speaker here; it is ${publisher}'s own wording.`
        : `文章在此处没有写明是谁说的，是${publisher}的叙述。`;
    return { headline: [{ kind: "text", text }], quotes };
  }
  const telling = kind === "whoIs" ? (officeSentence(document, speaking) ?? speaking) : speaking;
  const span: Span = [telling.start, telling.end];
  return {
    headline: [{ kind: "figure", text: document.article.body.slice(...span), quote: 0, span }],
    quotes: [quotePassage(telling, [span])],
  };
}

const OFFICE =
  /署长|司长|处长|科长|关长|主任|局长|经理|董事长|总裁|负责人|发言人|教授|\b(?:minister|director|manager|chief|head|chair\w*|president|spokes\w+|officer)\b/i;

/** The first sentence that gives the office of the person who speaks in another one. */
function officeSentence(document: Document, speaking: Sentence): Sentence | undefined {
  const name = (document.article.speakers ?? [])
    .map((s) => s.name.toLowerCase())
    .find((n) => speaking.text.includes(n) || speaking.text.includes(n.split(" ").at(-1) ?? n));
  return name === undefined
    ? undefined
    : document.sentences.find((s) => s.text.includes(name) && OFFICE.test(s.text));
}

/** The nearest sentence at or before the quoted one, in its section, that names somebody speaking. */
function speakingSentence(document: Document, from: Sentence): Sentence | undefined {
  const names = (document.article.speakers ?? []).map((s) => s.name.toLowerCase());
  const section = from.passage.headings.join("\n");
  for (let i = document.sentences.indexOf(from); i >= 0; i--) {
    const sentence = document.sentences[i];
    if (!sentence || sentence.passage.headings.join("\n") !== section) return undefined;
    const named = names.some(
      (n) => sentence.text.includes(n) || sentence.text.includes(n.split(" ")[0] ?? n),
    );
    if (
      (named || /[\p{Script=Han}]{2,4}(?:表示|介绍|指出|认为|强调)/u.test(sentence.text)) &&
      SAID.test(sentence.text)
    )
      return sentence;
  }
  return undefined;
}
