import { createMetricKey, type MetricKey } from "../../coverage/metric-names.ts";
import { loadGlossary } from "../../knowledge/glossary.ts";
import type { Library } from "../../retrieval/library.ts";
import { type ArticleView, viewArticle } from "./article-view.ts";
import { type KnowledgeView, viewKnowledge } from "./knowledge-view.ts";

export type { Library };

/** What the knowledge page asks for. */
export interface LibraryPage {
  knowledge(lang: "zh" | "en"): KnowledgeView;
  /** Undefined for an article that is not there in that language. */
  article(id: string, lang: "zh" | "en"): ArticleView | undefined;
}

/** The views of a library; each is computed when it is first asked for. `glossary` is the file with the synonyms. */
export function createLibraryPage(library: Library, glossary: string): LibraryPage {
  const views = new Map<string, KnowledgeView>();
  let metricKey: MetricKey | undefined;
  return {
    knowledge: (lang) => {
      metricKey ??= createMetricKey(loadGlossary(glossary));
      const view = views.get(lang) ?? viewKnowledge(library, lang, metricKey);
      views.set(lang, view);
      return view;
    },
    article: (id, lang) => {
      const document = library.document(id, lang);
      return document === undefined ? undefined : viewArticle(document);
    },
  };
}
