/** Words at which a noun phrase behind a number ends: prepositions, verbs, conjunctions, adverbs of time. */
const STOPS = new Set(
  `a an the this that these those its their his her our my your of in on at by for with from to into onto through across via over under
  between among within during since until till before after against per than as and or but while whereas when where which who whom whose
  because so if is are was were be been being am has have had do does did will would can could may might must should shall went came took
  made go come take make got get gave give rose fell grew became stood ran run left left held kept passed arrived entered remained each
  every respectively annually daily yearly monthly overall nationwide worldwide globally today now then there here also only just not more
  less fewer higher lower faster slower up down out off alone together compared accounting amounting including excluding involving covering
  carrying worth year-on-year earlier ago later began started need needs used needed set sent did said says say`
    .trim()
    .split(/\s+/),
);

/** Plural without an s, or a mass word that is counted. */
const IRREGULAR_PLURALS = new Set(
  `people personnel staff aircraft species cattle livestock fish sheep women men children police media data criteria phenomena teus vehicles
  companies varieties series headquarters equipment mice teeth feet persons`
    .trim()
    .split(/\s+/),
);

/** Ends in s and is no head: a modifier or mass noun before the head. */
const NOT_HEADS = new Set(
  "customs goods sales business express process access logistics arms sports savings operations physics status bus gas plus news congress class cross process affairs previous various serious precious continuous famous dangerous religious overseas always across wireless less press mass loss".split(
    " ",
  ),
);

/** Heads that need their "of" to say what is counted. */
const CLASSIFIERS = new Set(
  `versions kinds types categories sorts varieties species items pieces batches sets pairs groups units consignments shipments copies cases units
  bottles boxes head tonnes rounds truckloads carloads trainloads loads kind type category sort item piece batch set pair group case round unit`
    .trim()
    .split(/\s+/),
);

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const NUMBER_WORDS = new Set("one two three four five six seven eight nine ten eleven twelve".split(" "));

const WORD = /\s*(?:([“"][^“”"]{1,40}[”"])|([a-z][a-z'/&-]*)|(\([a-z' -]{2,30}\)))/y;

function wordAt(lower: string, at: number): Word | undefined {
  WORD.lastIndex = at;
  const match = WORD.exec(lower);
  if (!match) return undefined;
  const text = match[1] ?? match[2] ?? match[3] ?? "";
  return { text, start: at + match[0].length - text.length, end: at + match[0].length };
}

const isPlural = (word: string): boolean =>
  IRREGULAR_PLURALS.has(word) ||
  (word.length > 3 && /[^s']s$/.test(word) && !/(?:ous|ius|us|is)$/.test(word) && !NOT_HEADS.has(word));

/** A counted noun phrase's extent. */
export interface NounSpan {
  readonly start: number;
  readonly end: number;
}

/** Longest noun phrase read, in words: longer runs are clauses. */
const MAX_WORDS = 8;

/**
 * The noun phrase that begins at `at` behind a number: up to its plural head, with a joined second head ("countries and
 * regions"), a bracketed one ("countries (regions)") and the of-phrase of a classifier ("kinds of products"). For `one` the
 * head is the last word before a stop. Undefined where no noun follows.
 */
export function nounAt(lower: string, at: number, singular: boolean): NounSpan | undefined {
  const words: Word[] = [];
  let head = -1;
  for (let next = at; words.length < MAX_WORDS; ) {
    const word = wordAt(lower, next);
    if (
      !word ||
      word.text.startsWith("(") ||
      (words.length > 0 && /[^\s]/.test(lower.slice(next, word.start)))
    )
      break;
    if (word.text === "and" && words.length > 0 && head < 0 && !singular) {
      words.push(word);
      next = word.end;
      continue;
    }
    if (STOPS.has(word.text) || (singular && words.length > 0 && /(?:ed|ly)$/.test(word.text))) break;
    words.push(word);
    next = word.end;
    if (!singular && isPlural(word.text)) {
      head = words.length - 1;
      break;
    }
  }
  if (singular) head = words.length - 1;
  const last = words[head];
  const first = words[0];
  if (!last || !first) return undefined;
  return { start: first.start, end: extend(lower, last, last.text) };
}

/** Nouns that an of-phrase completes to a term. */
const PLACES_OF =
  /^(?:ports|points|places|countries|port|point)\s+of\s+(?:entry|call|origin|departure|destination)\b/;

/** The end of the noun phrase whose head is `head`, with what belongs to it behind. */
function extend(lower: string, head: Word, text: string): number {
  const bracket = wordAt(lower, head.end);
  if (bracket?.text.startsWith("(") && isPlural(bracket.text.slice(1, -1))) return bracket.end;
  if ((bracket?.text === "and" || bracket?.text === "or") && bracket) {
    const second = wordAt(lower, bracket.end);
    const then = second && wordAt(lower, second.end);
    if (
      second &&
      isPlural(second.text) &&
      !(then && isPlural(then.text)) &&
      !/^\s*\d/.test(lower.slice(bracket.end))
    )
      return second.end;
  }
  const place = PLACES_OF.exec(lower.slice(head.start))?.[0];
  if (place) return head.start + place.length;
  if (CLASSIFIERS.has(text) && bracket?.text === "of") {
    const inner = ofPhraseEnd(lower, bracket.end);
    if (inner !== undefined) return inner;
  }
  return head.end;
}

/** The end of the noun phrase that follows "of": words up to a stop or a mark; "A and B" of the same phrase included. */
export function ofPhraseEnd(lower: string, at: number): number | undefined {
  let end: number | undefined;
  let pending = false;
  for (let next = at, n = 0; n < MAX_WORDS; n++) {
    const word = wordAt(lower, next);
    if (!word || word.text.startsWith("(")) break;
    if (word.text === "and" && end !== undefined) {
      pending = true;
      next = word.end;
      continue;
    }
    if (
      STOPS.has(word.text) ||
      NUMBER_WORDS.has(word.text) ||
      (/(?:ed|ing)$/.test(word.text) && isVerbal(lower, word, end))
    )
      break;
    if (pending && !isPlural(word.text) && !isPlural(wordAt(lower, word.end)?.text ?? "")) break;
    pending = false;
    end = word.end;
    next = word.end;
  }
  return end;
}

/** "goods entering the port", "items opened for checks" leave the phrase; "outer packaging of food", "smuggling" stay in it. */
function isVerbal(lower: string, word: Word, end: number | undefined): boolean {
  if (end === undefined) return false;
  const after = wordAt(lower, word.end);
  if (word.text.endsWith("ing"))
    return (
      after !== undefined &&
      STOPS.has(after.text) &&
      !/^(?:of|and|or|is|are|was|were|has|have)$/.test(after.text)
    );
  return after === undefined || STOPS.has(after.text);
}
