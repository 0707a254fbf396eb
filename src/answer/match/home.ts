import type { Document } from "../../retrieval/library.ts";
import type { Term } from "../question/question.ts";

/** What the place of a whole article says for each of its figures and sentences: about as much as its title. */
const HOME = 0.5;

/** How well a term is met by the place that a whole article is about; 0 where it is another one, or no place. */
export const homeMatch = (term: Term, { home }: Document): number =>
  term.kind === "place" &&
  home !== null &&
  term.alternates.some((a) => a.weight >= 0.7 && (home.includes(a.text.trim()) || a.text.includes(home)))
    ? HOME
    : 0;
