import { type Block, type TextBlock, textBlock } from "./blocks.ts";
import { type DomElement, type DomNode, isElement, isTextNode, tagOf } from "./dom.ts";
import { isDataTable, readTable } from "./html-tables.ts";
import { isWide, tidy } from "./spacing.ts";

/** Elements that show no text of the page. */
const SKIPPED = new Set(
  "script style noscript template iframe object embed svg canvas video audio map head title meta link select option button input textarea datalist".split(
    " ",
  ),
);

/** Elements that end the line before them and behind them. */
const BLOCKS = new Set(
  (
    "address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr caption ul"
  ).split(" "),
);

/** Class names and ids of picture captions, Chinese ones as sites spell them in pinyin. */
const CAPTION_NAME =
  /(?:^|[\s_-])(?:caption|wp-caption-text|tushuo|tuzhu|zhushi|(?:img|image|pic|photo|figure)[-_]?(?:caption|desc|note|text|txt|title|info|credit))(?:$|[\s_-])/i;

/** Longest text, in characters, that a centred line beside a picture may have to be its caption. */
const LONGEST_CAPTION = 160;
/** A line in bold type up to this many characters, without a final mark, is a heading. */
const LONGEST_BOLD_HEADING = 40;
/** A shorter line before a `<br>` stands for itself (a label, a heading); longer ones may be one sentence broken in two. */
const LEAST_BROKEN_LINE = 12;

const FINAL = /[。！？!?….;；:：”’」』）)】]$/;

interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly linked: boolean;
}

interface Context {
  readonly role: TextBlock["role"];
  readonly bold: boolean;
  readonly linked: boolean;
  readonly centred: boolean;
  readonly pre: boolean;
}

/** The blocks of an element in the order of the page; `<br>` parts lines, inline marks join without spaces. */
export function readBlocks(root: DomElement): Block[] {
  const reader = new BlockReader();
  reader.walk(root, { role: "plain", bold: false, linked: false, centred: false, pre: false });
  reader.flush();
  return reader.blocks;
}

/** Collects inline text until a block ends; holds what the next line needs to know of the one before. */
class BlockReader {
  readonly blocks: Block[] = [];
  private runs: (Run | "br")[] = [];
  private context: Context | undefined;
  private image: "none" | "before" | "here" = "none";

  walk(node: DomNode, context: Context): void {
    for (const child of node.childNodes) {
      if (isTextNode(child)) this.add(child.textContent ?? "", context);
      else if (isElement(child)) this.enter(child, context);
    }
  }

  private enter(element: DomElement, context: Context): void {
    const tag = tagOf(element);
    if (SKIPPED.has(tag) || isHidden(element)) return;
    if (tag === "br") this.runs.push("br");
    else if (tag === "img") this.image = "here";
    else if (tag === "table" && isDataTable(element)) {
      this.flush();
      this.blocks.push(readTable(element));
    } else if (BLOCKS.has(tag)) {
      this.flush();
      this.walk(element, blockContext(element, tag, context));
      this.flush();
    } else this.walk(element, inlineContext(element, tag, context));
  }

  private add(text: string, context: Context): void {
    this.context = context;
    const parts = context.pre ? text.split("\n") : [text];
    parts.forEach((part, i) => {
      if (i > 0) this.runs.push("br");
      this.runs.push({ text: part, bold: context.bold, linked: context.linked });
    });
  }

  /** Ends the block: its lines become blocks, and a picture in it or right before it makes a caption of what looks like one. */
  flush(): void {
    const lines = toLines(this.runs);
    const context = this.context;
    this.runs = [];
    if (lines.length > 0 && context) for (const line of lines) this.blocks.push(this.toBlock(line, context));
    this.image = lines.length === 0 && this.image !== "none" ? "before" : "none";
  }

  private toBlock(line: readonly Run[], context: Context): TextBlock {
    const text = lineText(line);
    const letters = (pick: (run: Run) => boolean): number =>
      line.filter(pick).reduce((sum, run) => sum + tidy(run.text).length, 0);
    const all = Math.max(
      1,
      letters(() => true),
    );
    const isCaption =
      context.role === "caption" ||
      (this.image !== "none" && context.centred && text.length <= LONGEST_CAPTION);
    const isBoldHeading =
      letters((run) => run.bold) === all && text.length <= LONGEST_BOLD_HEADING && !FINAL.test(text);
    const role = isCaption ? "caption" : context.role === "plain" && isBoldHeading ? "heading" : context.role;
    return textBlock(text, { role, linked: letters((run) => run.linked) / all });
  }
}

function isHidden(element: DomElement): boolean {
  const style = element.getAttribute("style") ?? "";
  return (
    element.getAttribute("hidden") !== null ||
    element.getAttribute("aria-hidden") === "true" ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style)
  );
}

function blockContext(element: DomElement, tag: string, context: Context): Context {
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  const isCaption = tag === "figcaption" || CAPTION_NAME.test(names) || context.role === "caption";
  const heading = /^h[1-6]$/.test(tag) ? "heading" : undefined;
  const role = isCaption ? "caption" : (heading ?? (tag === "li" ? "item" : context.role));
  const align = `${element.getAttribute("align") ?? ""} ${/text-align\s*:\s*(\w+)/i.exec(element.getAttribute("style") ?? "")?.[1] ?? ""}`;
  const centred =
    /center/i.test(align) ||
    tag === "center" ||
    tag === "figure" ||
    (context.centred && !/left|right|justify/i.test(align));
  return {
    ...context,
    role,
    centred,
    pre: tag === "pre" || context.pre,
    bold: context.bold && heading === undefined,
  };
}

function inlineContext(element: DomElement, tag: string, context: Context): Context {
  const isBold =
    tag === "b" ||
    tag === "strong" ||
    /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(element.getAttribute("style") ?? "");
  const isCaption = CAPTION_NAME.test(element.getAttribute("class") ?? "");
  return {
    ...context,
    bold: context.bold || isBold,
    linked: context.linked || tag === "a",
    role: isCaption ? "caption" : context.role,
  };
}

/** Lines between the breaks; a single break inside a sentence only wrapped it. */
function toLines(runs: readonly (Run | "br")[]): Run[][] {
  const lines: Run[][] = [[]];
  let breaks = 0;
  for (const run of runs) {
    if (run === "br") {
      breaks++;
      continue;
    }
    if (run.text.trim() === "" && breaks > 0) {
      if (/[\u3000\u00a0]{2}/.test(run.text)) breaks = 2;
      continue;
    }
    const line = lines.at(-1) ?? [];
    if (breaks > 0 && !isWrapped(line, run, breaks)) lines.push([run]);
    else line.push(run);
    breaks = 0;
  }
  return lines.filter((line) => lineText(line) !== "");
}

function isWrapped(line: readonly Run[], next: Run, breaks: number): boolean {
  const text = lineText(line);
  const isLabel = /^[^：:]{1,8}[：:]/.test(tidy(next.text)) || line.every((run) => run.bold);
  return (
    breaks === 1 &&
    text.length >= LEAST_BROKEN_LINE &&
    !FINAL.test(text) &&
    !/^[\s]*[\u3000\u00a0]{2}/.test(next.text) &&
    !isLabel
  );
}

/** The line's text: source line breaks between Chinese characters are no spaces. */
function lineText(line: readonly Run[]): string {
  const source = line.map((run) => run.text).join("");
  const unwrapped = source.replace(/[ \t]*[\r\n]+[ \t\r\n]*/g, (space, at: number) =>
    isWide(source[at - 1]) && isWide(source[at + space.length]) ? "" : " ",
  );
  return tidy(unwrapped);
}
