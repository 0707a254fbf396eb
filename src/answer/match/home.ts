import type { Document, Surroundings } from "../../retrieval/library.ts";
import type { Term } from "../question/question.ts";
import { matchTerm } from "./zones.ts";

/** What the place of a whole article says for each of its figures and sentences: about as much as its title. */
const HOME = 0.5;

/** How well a term is met by the place that a whole article is about; 0 where it is another one, or no place. */
const homeMatch = (term: Term, { home }: Document): number =>
  term.kind === "place" &&
  home !== null &&
  term.alternates.some((a) => a.weight >= 0.7 && (home.includes(a.text.trim()) || a.text.includes(home)))
    ? HOME
    : 0;

/** Whether a term is the place that a whole article is about: of each of its figures and sentences, said again or not. */
export const isHome = (term: Term, { home }: Document): boolean =>
  term.kind === "place" && home !== null && term.alternates.some((a) => a.text.trim() === home.trim());

/** How well a term is met around a figure or sentence: by the words there, or by the place of the whole article. */
export const matchAt = (
  term: Term,
  at: { readonly around: Surroundings; readonly document: Document },
): number => Math.max(matchTerm(term, at.around), homeMatch(term, at.document));
