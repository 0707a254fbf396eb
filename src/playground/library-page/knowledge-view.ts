import { crossCheck, type Fact } from "../../coverage/conflicts.ts";
import { type Coverage, mapCoverage } from "../../coverage/coverage.ts";
import type { MetricKey } from "../../coverage/metric-names.ts";
import type { Change, ChangeKind, Figure } from "../../figures/figure.ts";
import type { Article } from "../../knowledge/article.ts";
import type { FigureEntry, Library } from "../../retrieval/library.ts";
import { shownFigure } from "./figure-view.ts";

type Meta = Pick<Article, "id" | "kind" | "title" | "publisher" | "published" | "event" | "covers" | "url">;

/** A figure in a table: what is printed, and where. */
export interface FigureLink {
  readonly shown: string;
  readonly agg: Figure["agg"];
  /** For a growth, fall or gap: of which kind, against what, and which way. */
  readonly change?: { readonly kind: ChangeKind; readonly base: string | null; readonly falls: boolean };
  readonly article: string;
  /** Offset in the article's body, see {@link splitRuns}. */
  readonly at: number;
  /** The sentence that holds it. */
  readonly quote: string;
}

export interface FactView {
  readonly metric: string;
  readonly entity: string | null;
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly statements: readonly (readonly FigureLink[])[];
}

/** The whole library at a glance, in one language. */
export interface KnowledgeView {
  readonly articles: readonly (Meta & { readonly passages: number; readonly figures: number })[];
  readonly columns: Coverage<FigureEntry>["columns"];
  readonly rows: readonly {
    readonly metric: string;
    readonly entity: string | null;
    readonly direction: string | null;
    readonly cells: Readonly<Record<string, readonly FigureLink[]>>;
  }[];
  readonly conflicts: readonly FactView[];
  readonly agreements: readonly FactView[];
}

/** Computes the view of all articles in `lang`. */
export function viewKnowledge(library: Library, lang: "zh" | "en", metricKey: MetricKey): KnowledgeView {
  const documents = library.documents.filter(({ article }) => article.lang === lang);
  const figures = documents.flatMap((document) => document.figures);
  const { columns, rows } = mapCoverage(figures, metricKey);
  const { conflicts, agreements } = crossCheck(figures, metricKey);
  return {
    articles: documents
      .map(({ article, passages, figures: own }) => ({
        ...metaOf(article),
        passages: passages.length,
        figures: own.length,
      }))
      .sort((a, b) => b.published.localeCompare(a.published) || a.id.localeCompare(b.id)),
    columns,
    rows: rows.map((row) => ({
      ...row,
      cells: Object.fromEntries(Object.entries(row.cells).map(([key, cell]) => [key, cell.map(linkTo)])),
    })),
    conflicts: conflicts.map(viewFact),
    agreements: agreements.map(viewFact),
  };
}

function metaOf({ id, kind, title, publisher, published, event, covers, url }: Article): Meta {
  return {
    id,
    kind,
    title,
    publisher,
    published,
    ...(event === undefined ? {} : { event }),
    ...(covers === undefined ? {} : { covers }),
    ...(url === undefined ? {} : { url }),
  };
}

const viewFact = ({ metric, entity, period, statements }: Fact<FigureEntry>): FactView => ({
  metric,
  entity,
  period,
  statements: statements.map(({ by }) => by.map(linkTo)),
});

const noteOf = ({ kind, base, value }: Change): NonNullable<FigureLink["change"]> => ({
  kind,
  base,
  falls: (typeof value === "number" ? value : value[1]) < 0,
});

const linkTo = ({ figure, document: { article }, sentence }: FigureEntry): FigureLink => ({
  shown: shownFigure(article.body, figure),
  agg: figure.agg,
  ...(figure.change === null ? {} : { change: noteOf(figure.change) }),
  article: article.id,
  at: figure.start,
  quote: article.body.slice(sentence.start, sentence.end),
});
