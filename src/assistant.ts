import { createHash } from "node:crypto";
import { answerTurn } from "./answer/answer.ts";
import type { AskInput, Assistant } from "./answer/assistant-api.ts";
import type { Engine } from "./answer/engine.ts";
import { rankSentences } from "./answer/passage.ts";
import { parseQuestion } from "./answer/question/parse.ts";
import { makeQuote, quotePassage } from "./answer/quotes.ts";
import { relatedTo } from "./answer/related.ts";
import type { Answer, Quote, UiLang } from "./answer/types.ts";
import { type Glossary, glossaryFileOf, loadGlossary } from "./knowledge/glossary.ts";
import { loadArticles } from "./knowledge/load.ts";
import { describeLibrary } from "./retrieval/describe.ts";
import { createLibrary, type Library } from "./retrieval/library.ts";
import { createVocabulary } from "./retrieval/vocabulary.ts";
import { detectLanguage } from "./text/script.ts";

/** Goes up when the same knowledge would be answered differently. */
const ENGINE_VERSION = 1;

export interface AssistantOptions {
  /** Folder of the library. */
  readonly dir: string;
  /** The glossary file; by default `glossary.tsv` of the library, else the shipped one. */
  readonly glossary?: string;
}

/** An assistant with what it answers from, for surveys of the whole. */
export interface LoadedAssistant extends Assistant {
  readonly library: Library;
  readonly glossary: Glossary;
}

/** Loads a library and makes it answer. @throws KnowledgeError, GlossaryError naming every mistake of the files. */
export function createAssistant(options: AssistantOptions): LoadedAssistant {
  const articles = loadArticles(options.dir);
  const glossary = loadGlossary(options.glossary ?? glossaryFileOf(options.dir));
  const library = createLibrary(articles);
  const vocabulary = createVocabulary(library, glossary);
  describeLibrary(library, vocabulary, glossary);
  const engine: Engine = { library, vocabulary, note: () => {} };
  const turnOf = (input: AskInput) => ({
    text: input.about ? `${input.about} ${input.text}` : input.text,
    lang: input.lang ?? "zh-Hans",
    memory: input.memory ?? null,
  });
  return {
    library,
    glossary,
    version: versionOf(
      articles.map((a) => `${a.id}.${a.lang} ${a.title} ${a.body}`),
      glossary,
    ),
    ask: (input) => withRelated(engine, answerTurn(engine, turnOf(input))),
    explain: (input) => {
      const trace: string[] = [];
      const answer: Answer = answerTurn({ ...engine, note: (line) => trace.push(line) }, turnOf(input));
      return { answer: withRelated(engine, answer), trace };
    },
    search: (text, page) => searchQuotes(engine, text, page),
    around: (quote, sentences) => quoteAround(library, quote, sentences),
    examples: (lang) => EXAMPLES[lang],
    articles: (lang) => listArticles(library, lang),
    languageOf: detectLanguage,
  };
}

/** Related questions are looked for when they are first read: a surface without buttons never pays for them. */
function withRelated(engine: Engine, answer: Answer): Answer {
  if (answer.kind === "chat" || answer.kind === "clarify" || answer.suggestions.length > 0) return answer;
  let related: Answer["suggestions"] | undefined;
  return Object.defineProperty({ ...answer }, "suggestions", {
    enumerable: true,
    get: () => (related ??= relatedTo(engine, answer)),
  });
}

function versionOf(texts: readonly string[], glossary: Glossary): string {
  const hash = createHash("sha256").update(
    `${ENGINE_VERSION}\n${texts.join("\n")}\n${JSON.stringify(glossary)}`,
  );
  return BigInt(`0x${hash.digest("hex").slice(0, 15)}`)
    .toString(36)
    .padStart(12, "0")
    .slice(0, 12);
}

const EXAMPLES: Readonly<Record<UiLang, readonly string[]>> = {
  "zh-Hans": [
    "十四五以来海关收了多少税?",
    "2020年和2024年外贸总额差多少?",
    "一线放开、二线管住是什么意思?",
    "2020年进口和出口哪个通关更快?",
  ],
  "zh-Hant": [
    "十四五以來海關收了多少稅?",
    "2020年和2024年外貿總額差多少?",
    "一線放開、二線管住是什麼意思?",
    "2020年進口和出口哪個通關更快?",
  ],
  en: [
    "How many countries recognise China's AEO firms?",
    "How much bigger was China's goods trade in 2024 than in 2020?",
    "How much tax has customs collected since 2021?",
    "What is the goal of smart customs?",
  ],
};

function searchQuotes(
  engine: Engine,
  text: string,
  page: { readonly offset: number; readonly limit: number; readonly lang?: UiLang },
): { quotes: Quote[]; more: boolean } {
  const question = parseQuestion(text, engine.vocabulary, page.lang ?? "zh-Hans");
  if (question.terms.length === 0) return { quotes: [], more: false };
  const seen = new Set<number>();
  const quotes: Quote[] = [];
  for (const { sentence, coverage } of rankSentences(engine, question)) {
    if (coverage < 0.3 || seen.has(sentence.passage.start + sentence.document.article.body.length * 1e6))
      continue;
    seen.add(sentence.passage.start + sentence.document.article.body.length * 1e6);
    quotes.push(quotePassage(sentence, [[sentence.start, sentence.end]]));
  }
  return {
    quotes: quotes.slice(page.offset, page.offset + page.limit),
    more: quotes.length > page.offset + page.limit,
  };
}

function quoteAround(
  library: Library,
  quote: { articleId: string; lang: "zh" | "en"; start: number; end: number },
  sentences: number,
) {
  const document = library.document(quote.articleId, quote.lang);
  if (!document || quote.start < 0 || quote.end > document.article.body.length || quote.start >= quote.end)
    return undefined;
  const first = document.sentences.findIndex((s) => s.end > quote.start);
  const last = document.sentences.findLastIndex((s) => s.start < quote.end);
  const own = document.sentences[first];
  if (!own || last < first) return undefined;
  const section = own.passage.headings.join("\n");
  const inSection = document.sentences.filter((s) => s.passage.headings.join("\n") === section);
  const from = Math.max(0, inSection.indexOf(own) - sentences);
  const lastOwn = document.sentences[last] ?? own;
  const to = Math.min(inSection.length - 1, Math.max(inSection.indexOf(lastOwn), 0) + sentences);
  const body = document.article.body;
  return {
    before: body.slice(inSection[from]?.start ?? quote.start, quote.start),
    quote: makeQuote(document, quote.start, quote.end, []),
    after: body.slice(quote.end, Math.max(quote.end, inSection[to]?.end ?? quote.end)),
  };
}

function listArticles(library: Library, lang: UiLang) {
  const wanted = lang === "en" ? "en" : "zh";
  const ids = [...new Set(library.documents.map((d) => d.article.id))];
  return ids
    .flatMap((id) => {
      const langs = library.languages(id);
      const article = library.document(id, langs.includes(wanted) ? wanted : (langs[0] ?? "zh"))?.article;
      return article
        ? [
            {
              id,
              title: article.title,
              publisher: article.publisher,
              published: article.published,
              kind: article.kind,
              ...(article.url ? { url: article.url } : {}),
              langs,
            },
          ]
        : [];
    })
    .sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : a.id < b.id ? -1 : 1));
}
