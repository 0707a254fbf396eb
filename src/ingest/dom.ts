import { parseHTML } from "linkedom";

/** What the importer uses of a DOM node; the compiler's own DOM library is for browsers and not loaded here. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  readonly parentElement: DomElement | null;
}

export interface DomElement extends DomNode {
  readonly tagName: string;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

export interface DomDocument {
  readonly body: DomElement;
  readonly documentElement: DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export const isElement = (node: DomNode): node is DomElement => node.nodeType === 1;
export const isTextNode = (node: DomNode): boolean => node.nodeType === 3;

/** The lower-case tag name: linkedom gives upper case for what the parser made and keeps what scripts made. */
export const tagOf = (element: DomElement): string => element.tagName.toLowerCase();

/** Pages are a few dozen elements deep, a few hundred where old ones never close theirs; Readability's time grows with the square. */
const DEEPEST = 400;

/**
 * Parses a page and adds what browsers do and linkedom does not: a body around what stands outside of one, attributes in
 * lower case. Throws a RangeError for elements nested deeper than 400.
 */
export function parseDocument(html: string): DomDocument {
  const { document } = parseHTML(withBody(html.replace(/^\ufeff/, ""))) as unknown as {
    document: DomDocument;
  };
  const depths = new Map<DomNode, number>();
  for (const element of document.querySelectorAll("*")) {
    const depth = (element.parentElement ? (depths.get(element.parentElement) ?? 0) : 0) + 1;
    if (depth > DEEPEST) throw new RangeError("elements nested too deep");
    depths.set(element, depth);
    for (const { name, value } of [...element.attributes]) {
      const lower = name.toLowerCase();
      if (lower === name) continue;
      element.removeAttribute(name);
      element.setAttribute(lower, value);
    }
  }
  return document;
}

function withBody(html: string): string {
  if (/<body\b/i.test(html)) return html;
  const behind = /<\/head\s*>/i.exec(html) ?? /<html\b[^>]*>/i.exec(html);
  if (!behind) return `<!DOCTYPE html><html><head></head><body>${html}</body></html>`;
  const at = behind.index + behind[0].length;
  return `${html.slice(0, at)}<body>${html.slice(at)}</body>`;
}
