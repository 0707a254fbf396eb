import { provinceOf, startsWithPlace } from "../../retrieval/gazetteer.ts";
import type { FigureEntry } from "../../retrieval/library.ts";
import type { Term } from "../question/question.ts";
import { matchAt } from "./home.ts";
import { namesSibling } from "./siblings.ts";
import type { Wanted } from "./wanted.ts";

/** Whether a figure belongs to one place rather than to the nation: by its owner, else by what its article is about. */
export const isLocal = (entry: FigureEntry): boolean =>
  entry.owners.length > 0 ||
  (entry.document.home !== null && !/^(?:全国|我国|中国|nationwide|china)/i.test(entry.figure.entity ?? ""));

/** A word that says whose figure is asked for: a place, an office, a name, or what begins with one (海南离岛免税). */
export const saysWhose = (term: Term): boolean =>
  term.kind === "place" || term.kind === "body" || term.kind === "name" || startsWithPlace(term.text);

const WORLD = /^(?:全球|世界|全世界|the world|world|global)/i;

export function placeFailure(wanted: Wanted, entry: FigureEntry): "place" | "scope" | null {
  const places = [...wanted.terms, ...wanted.shared].filter((t) => t.kind === "place");
  for (const place of places) {
    const match = matchAt(place, entry);
    if (
      match === 0 ||
      (wanted.terms.includes(place) &&
        namesSibling(place, entry) &&
        (wanted.compares || !isOnlyPlace(places, entry))) ||
      (match < 0.7 && (isElsewhere(place, places, entry) || isNational(entry)))
    )
      return "place";
  }
  if (
    wanted.national &&
    places.length === 0 &&
    (isLocal(entry) || (!wanted.world && WORLD.test(entry.figure.entity ?? "")))
  )
    return "scope";
  return null;
}

/** 越南的水果运到北京: where the figure's name holds 北京 and no place that was not asked for, 越南 may stand beside it. */
function isOnlyPlace(places: readonly Term[], entry: FigureEntry): boolean {
  const own = entry.sentence.places.filter((p) => entry.around.metric.includes(p));
  return own.length > 0 && own.every((p) => places.some((t) => t.alternates.some((a) => a.text === p)));
}

/** The text itself says that the figure is the nation's; a place named further off does not make it its own. */
export const isNational = (entry: FigureEntry): boolean =>
  entry.document.home === null &&
  /全国|我国|中国|全球|国铁集团|nationwide|national|china/i.test(
    entry.document.article.body.slice(...entry.figure.clause),
  );

/** The figure's own sentence speaks of another place than the one that was asked for and stands only further off. */
function isElsewhere(place: Term, asked: readonly Term[], entry: FigureEntry): boolean {
  const names = (form: string): boolean =>
    asked.some((t) =>
      t.alternates.some(
        (a) =>
          form.includes(a.text.trim()) || a.text.includes(form.trim()) || a.text.trim() === provinceOf(form),
      ),
    );
  if (
    entry.document.home !== null &&
    place.alternates.some((a) => entry.document.home?.includes(a.text.trim()))
  )
    return false;
  const other = entry.sentence.places;
  // 北京空港 in a paragraph that has put it into 天竺综保区 before is no other place.
  const together =
    other.some((p) => entry.around.before.includes(p)) &&
    place.alternates.some((a) => entry.around.before.includes(a.text));
  return other.length > 0 && !together && !other.some(names);
}
