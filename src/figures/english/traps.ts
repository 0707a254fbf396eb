/**
 * Numbers that measure nothing: names, codes, documents, clock times, phone numbers. Patterns match lower case; what they
 * cover is closed to the quantity readers.
 */
const TRAPS: readonly string[] = [
  // codes and documents
  "\\bhs\\s+(?:codes?\\s+)?\\d[\\d.]*",
  "\\b(?:notices?|announcements?|orders?|decrees?|circulars?|documents?|regulations?|resolutions?|licen[cs]es?|certificates?|bulletins?)\\s+(?:no\\.?|nos\\.?|number)\\s*[\\d-]+(?:\\s+of\\s+(?:19|20)\\d{2})?",
  "\\b(?:notice|announcement|order|decree|flight|room|picture|photo|chart|step|stage|grade|route|category|question|terminal|berth|article|section|chapter|table|appendix|annex|phase|page|version|tel|phone|hotline|extension|postcode)\\s+(?:no\\.?|number)?\\s*\\d[\\d-]*(?:\\s+of\\s+(?:19|20)\\d{2})?(?![\\d,.]*\\s*(?:percent|per\\s+cent|%|tonnes|tons|yuan|million|billion|hours|days))",
  "\\bno\\.\\s*\\d+\\s+(?:of\\s+(?:19|20)\\d{2}|(?:notice|announcement|order|decree|circular|document))",
  "\\b\\d{3,4}-\\d{3,4}-\\d{4}\\b|\\+?\\b\\d{4}-\\d{6,8}\\b|\\b\\d{5,}-\\d+",
  "\\b(?!(?:rmb|cny|usd|eur)\\d)(?:[a-z]+-?)\\d[\\w-]*|\\b\\d+[a-z]+\\d+\\w*|\\b\\d[gdx]\\b",
  "https?://\\S+|\\b\\S+@\\S+|\\b[\\w-]+\\.(?:com|cn|org|net|gov|example)\\S*",
  // times of day
  "\\b\\d{1,2}(?::\\d{2})?\\s*(?:a\\.m\\.?|p\\.m\\.?|am\\b|pm\\b|o'clock)",
  "\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b",
  "\\b7\\s*[x×*]\\s*24(?:[- ]hours?)?|\\b24/7\\b|\\b24\\s+hours\\s+a\\s+day,?\\s+(?:seven|7)\\s+days\\s+a\\s+week|\\b(?:seven|7)\\s+days\\s+a\\s+week",
  "\\b(?:at|by|until|till|before|after|around|from)\\s+(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2})(?=\\s+(?:at\\s+night|at\\s+noon|(?:in|on)\\s+(?:the|that)\\s+(?:morning|afternoon|evening)|sharp\\b|that\\s+(?:morning|night|evening)))",
  // congresses, plans, programmes
  "\\b(?:\\w+-)?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\\w+eenth|\\w+ieth|\\d+(?:st|nd|rd|th))\\s+(?:five-year|(?:national\\s+|party\\s+|cpc\\s+)*congress|(?:cpc\\s+)?central\\s+committee|plen\\w+|anniversary|edition|session|century)",
  "\\bfive-year\\s+plans?",
  // set phrases with a number word
  "\\b(?:one|two|three|four|five|six|seven|eight|nine|ten)-(?:way|stop|off|step|time|dimensional|sided|tier|fold|character|line|in-one|port|child|belt)\\b(?!\\s+(?:percent|per))",
  "\\bat\\s+\\d{1,2}\\b(?=\\s+(?:on|in\\s+the|every|each|sharp)\\b|[.,;]\\s)",
  "\\bzero-[a-z]+",
  "\\b(?:the|this|that|each|every|any|no|which|another|only|number)\\s+ones?\\b(?!\\s+(?:percent|per\\s+cent|hundred|thousand|million|billion|day|year|month|week|hour|third|quarter))",
  "\\bone\\s+of\\b(?!\\s+(?:the\\s+)?every)|\\bone\\s+(?:another|by\\s+one|after\\s+another|more\\s+time|can|could|may|must|should|has|is|was|that|who|day\\b(?!s))|\\bone\\s+and\\s+(?:the\\s+same|all)|\\bas\\s+one\\b|\\bat\\s+one\\s+(?:time|point)|\\bone\\s+belt\\b|\\bfor\\s+one\\b(?=[,.])|\\bone's\\b|\\bon\\s+(?:the\\s+)?one\\s+hand",
  "\\bthree\\s+(?:mutuals|gorges|represents)\\b|\\b(?:both|all)\\s+two\\b",
];

const COMPILED = TRAPS.map((pattern) => new RegExp(pattern, "g"));
const QUOTED = /[“"]([^“”"]{1,80})[”"]/g;
const NUMBER_WORD =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|zero|double|first|second|third|half)\b/g;

/** A run that a reader has taken, or that is closed to all. */
export interface Taken {
  readonly start: number;
  readonly end: number;
}

/** The runs of a prepared paragraph in lower case that hold no figure. Number words in short quotation marks are coinages. */
export function findTraps(lower: string): Taken[] {
  const taken: Taken[] = [];
  for (const pattern of COMPILED)
    for (const m of lower.matchAll(pattern)) taken.push({ start: m.index, end: m.index + m[0].length });
  for (const quote of lower.matchAll(QUOTED)) {
    if ((quote[1] ?? "").split(/\s+/).length > 8 || /[.,!?]$/.test(quote[1] ?? "")) continue;
    for (const m of (quote[1] ?? "").matchAll(NUMBER_WORD)) {
      taken.push({ start: quote.index + 1 + m.index, end: quote.index + 1 + m.index + m[0].length });
    }
  }
  return taken;
}

export const overlaps = (a: Taken, list: readonly Taken[]): boolean =>
  list.some((b) => a.start < b.end && b.start < a.end);
