/** The ways in which a verb stands to its figure. */
export type VerbClass =
  /** Says what the subject amounts to: was, reached, totalled. */
  | "level"
  /** Says by how much, or to what, something rose or fell. */
  | "up"
  | "down"
  /** Says what part of a whole the subject is. */
  | "share"
  /** Says a place in an order. */
  | "rank"
  /** Any other deed. */
  | "deed";

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const AUXILIARIES = set(
  "is are was were be been being has have had having will would can could may might must should shall do does did",
);

const LEVEL = set(
  `reach reaches reached reaching totalled totaled totalling amount amounts amounted come comes came stand stands stood hit hits
  register registers registered average averages averaged averaging exceed exceeds exceeded exceeding surpass surpasses surpassed topped numbered
  became become remained remain maintained equivalent equalled equals approached approach cost costs`,
);
const UP = set(
  `up rise rises rose risen rising increase increases increased increasing grow grows grew grown growing climb climbs climbed climbing jump jumps jumped
  jumping surge surges surged surging expand expands expanded expanding gain gains gained soar soared soaring accelerated raise raises raised raising boost
  boosts boosted lift lifted improve improves improved extend extends extended higher faster longer gains advance advanced`,
);
const DOWN = set(
  `down fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases decreased decreasing shrink shrank
  shrunk shrinking slide slid contract contracted contracting dip dipped cut cuts cutting reduce reduces reduced reducing shorten shortens shortened
  shortening lower lowers lowered lowering compress compressed compresses trim trimmed slash slashed ease eased narrow narrowed shorter slower lost
  reduction`,
);
const SHARE = set(
  "account accounts accounted accounting made make makes making contribute contributes contributed contributing represent represents represented representing constitute constitutes constituted occupy occupies occupied",
);
const RANK = set("rank ranks ranked ranking");

/** Past forms without -ed, and present forms that are seldom nouns beside a figure. */
const DEEDS = set(
  `set held took taken sent saw seen built sold met led brought brings bring put paid won caught found went gone go goes gave got kept ran run began
  carry carries cover covers covering serve serves handle handles enjoy enjoys comprise comprises comprising include includes including involve involves
  involving employ employs need needs require requires attract attracts gather save saves host hosts supply supplies connect connects collect collects
  seize seizes issue issues sign signs receive receives benefit benefits span spans link links operate operates welcome say said says told offers offer
  screens screen yield yields bought spent shipped left broke broken drew fought cracked loses lose opens open reaches takes take stay stayed`,
);

/** Participles that stand before nouns as adjectives in trade texts: they end no subject. */
const ADJECTIVES = set(
  `bonded related combined united advanced imported exported processed prepackaged authorized authorised certified integrated specialized specialised
  centralised centralized concerned continued detailed aged limited mixed shared listed designated needed refrigerated so-called red hundred speed indeed
  skilled estimated unified frozen stated named based used increased added finished domestically-produced newly-added accumulated standard`,
);

/** A word before which an -ed form is an adjective: the prepackaged food, of processed goods. */
const BEFORE_ADJECTIVE = set(
  "the a an of in for with its their this these those by to and all such other own on from under as between",
);

/** Words of change that are nouns behind an article or adjective: an average annual increase. */
const CHANGE_NOUNS = set(
  "rise increase growth gain gains jump surge climb fall drop decline decrease cut reduction expansion advance raise lift slide dip costs cost",
);
const NOUN_LEADS = set(
  "annual average total year-on-year further sharp steady slight rapid strong yearly monthly 's trade price freight",
);
/** "up" and "down" tell a change behind a mark, a figure or a form of be; behind other words they belong to those (set up, broke up). */
const isAdverbial = (before: string | undefined): boolean =>
  before === undefined ||
  /[\d\s,;:()–—]/.test(before) ||
  /^(?:is|are|was|were|be|been|and|or|but|went|now|percent)$/.test(before);

/** The class of a word that may be a verb, in lower case, with the word before it; undefined where it is none. */
export function verbClass(word: string, before: string | undefined): VerbClass | undefined {
  if (AUXILIARIES.has(word)) return "level";
  const listed = BEFORE_ADJECTIVE.has(before ?? "") && before !== "and" && before !== "to";
  if (LEVEL.has(word)) return listed ? undefined : "level";
  if (RANK.has(word)) return listed ? undefined : "rank";
  if (SHARE.has(word)) return listed && !/ing$/.test(word) ? undefined : "share";
  if (CHANGE_NOUNS.has(word) && (listed || NOUN_LEADS.has(before ?? ""))) return undefined;
  if (/^(?:up|down)$/.test(word)) return isAdverbial(before) ? (word as "up" | "down") : undefined;
  if (UP.has(word)) return "up";
  if (DOWN.has(word) && word !== "reduction") return "down";
  if (DEEDS.has(word)) return listed && !/ing$/.test(word) ? undefined : "deed";
  if (word.length > 4 && word.endsWith("ed") && !ADJECTIVES.has(word) && !listed) return "deed";
  return undefined;
}

/** Signed sense of a word of change: +1 up, −1 down, undefined for neither. */
export function changeSign(word: string): 1 | -1 | undefined {
  if (UP.has(word) || /^(?:growth|more|above|additional|extra)$/.test(word)) return 1;
  if (DOWN.has(word) || /^(?:fewer|less|below)$/.test(word)) return -1;
  return undefined;
}

/** Subjects that do things: what they do is measured, not they. */
const AGENTS = set(
  `customs authorities authority officers officer gacc administration office offices officials company companies enterprise enterprises firm firms police
  china it they we he she you i who departments ministry ministries government yard bureau district team teams staff campaign country nation area zone
  zones province city council committee port ports`,
);

/** True where a subject (its words in lower case) is one that acts. */
export const isAgent = (words: readonly string[]): boolean =>
  words.length > 0 && AGENTS.has((words.at(-1) ?? "").replace(/'s$/, ""));

/** Subjects that only point back at what was spoken of. */
export const POINTERS = set(
  "it this that these those they which figure number total latter former them such figures",
);
