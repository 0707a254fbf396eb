import type { Aggregation, Direction, Period } from "../figure.ts";
import type { Quantity } from "./quantity.ts";

const TARGET =
  /\b(?:will|expects?|expected|expecting|plans?\s+to|planned|aims?\s+(?:to|for)|target(?:s|ed)?\s+(?:of|for|to|is)|forecast|projected|is\s+to|are\s+to|would|by\s+20[3-9]\d)\b/;
const ANNUAL =
  /\b(?:a\s+year\s+on\s+average|average\s+annual|annual\s+average|annually\s+on\s+average|on\s+average\s+(?:each|every|per)\s+year|averag(?:ed|ing|es)\b.*\b(?:a|per|each)\s+year)\b/;
const AVERAGE = /\b(?:on\s+average|average|averag(?:ed|es|ing)|daily\s+average|mean|per\s+capita)\b/;
const CUMULATIVE = /\b(?:cumulative|cumulatively|altogether|so\s+far|to\s+date|accumulated|since)\b/;
const STOCK =
  /\b(?:now|currently|at\s+present|as\s+of|by\s+the\s+end\s+of|at\s+the\s+end\s+of|stands?\s+at|stood\s+at|total\s+number|the\s+number\s+of|totals?\s+to|is|are|has\s+become|had\s+become|become|covers?|covered|comprises?|enjoys?|connected|registered|registrations?)\b/;

/** States that a count describes, whatever the period: how many there are, not how many came. */
const STATE =
  /\b(?:(?:has|had|have)\s+become|covers?|covered|comprises?|total\s+number|stands?\s+at|stood\s+at|registered|connected)\b/;

/** What the aggregation of a figure hangs on. */
export interface AggregationFacts {
  readonly change: boolean;
  readonly share: boolean;
  readonly side: "before" | "after" | null;
  readonly period: Period;
  /** Its clause, in lower case. */
  readonly clause: string;
}

/** The kind of total of a figure: its form first, then the words of its clause, then the length of its period. */
export function aggregationOf(q: Quantity, facts: AggregationFacts): Aggregation {
  if (facts.side) return facts.side;
  if (facts.change) return ANNUAL.test(facts.clause) ? "annual_average" : "change";
  if (facts.share) return "ratio";
  if (q.kind === "rank") return "stock";
  if (q.kind === "multiple") return "ratio";
  if (TARGET.test(facts.clause)) return "target";
  if (ANNUAL.test(facts.clause)) return "annual_average";
  if (AVERAGE.test(facts.clause) || q.kind === "rate") return "average";
  if (q.kind === "percent" || q.kind === "fraction") return "ratio";
  const years = spanOf(facts.period);
  if (
    facts.period.implicit &&
    q.kind !== "duration" &&
    q.kind !== "amount" &&
    STOCK.test(facts.clause) &&
    !CUMULATIVE.test(facts.clause)
  )
    return "stock";
  if (q.kind === "count" && STATE.test(facts.clause) && !CUMULATIVE.test(facts.clause)) return "stock";
  if (q.kind === "duration") return "flow";
  if (
    facts.period.from === null &&
    facts.period.to !== null &&
    q.kind === "count" &&
    !CUMULATIVE.test(facts.clause)
  )
    return "stock";
  if (CUMULATIVE.test(facts.clause) || years === "many")
    return q.kind === "count" && STOCK.test(facts.clause) && years !== "many" ? "stock" : "cumulative";
  return years === "part" ? "partial" : "flow";
}

/** Whether a period is a whole year, a part of one or longer. */
function spanOf({ from, to }: Period): "whole" | "part" | "many" {
  if (from === null || to === null) return "whole";
  if (from.slice(0, 4) !== to.slice(0, 4)) return "many";
  return from.length > 4 || to.length > 4 ? "part" : "whole";
}

const IMPORT = /\b(?:imports?|imported|importing)\b/;
const EXPORT = /\b(?:exports?|exported|exporting)\b/;
const BOTH =
  /\b(?:foreign\s+trade|total\s+trade|trade\s+in\s+goods|goods\s+trade|inbound\s+and\s+outbound)\b/;

/** The direction that words name: both, one, or null where they name none. */
export function directionOf(words: string): Direction | null {
  const imports = IMPORT.test(words);
  const exports = EXPORT.test(words);
  if (imports && exports) return "both";
  if (imports) return "import";
  if (exports) return "export";
  return BOTH.test(words) ? "both" : null;
}
