import type { MessageEntity } from "grammy/types";
import { ApiError } from "../api-error.ts";
import { htmlCharacter } from "./html-character.ts";
import { type Attribute, argumentOf, TAGS } from "./html-tags.ts";
import { checkLink, mentionedUser } from "./link.ts";

/** Text and its formatting; offsets and lengths in UTF-16 code units. */
export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

interface OpenTag {
  readonly name: string;
  readonly argument: string;
  readonly offset: number;
}

const SPACE = /[ \t\r\n\0\v]/;

/**
 * Telegram's HTML to text and entities, as tdlib reads it; throws its 400 `can't parse entities: …`, with the
 * offset of the culprit in UTF-8 bytes. The entities are those of the tags, in the order the tags end; empty
 * ones and links to addresses that are none are dropped. `&nbsp;` and a lone `&` stay as they are.
 */
export function readHtml(source: string): FormattedText {
  return new HtmlReader(source).read();
}

class HtmlReader {
  readonly #source: string;
  #position = 0;
  #text = "";
  #halves = false;
  readonly #open: OpenTag[] = [];
  readonly #entities: MessageEntity[] = [];
  /** What a `<code class="language-x">` says, until it is known whether a `<pre>` surrounds it. */
  readonly #languages = new WeakMap<MessageEntity, string>();

  constructor(source: string) {
    this.#source = source;
  }

  read(): FormattedText {
    while (this.#position < this.#source.length) {
      if (this.#peek() === "&") this.#reference();
      else if (this.#peek() === "<") this.#tag();
      else this.#text += this.#source[this.#position++];
    }
    const unclosed = this.#open.at(-1);
    if (unclosed !== undefined) fail(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
    if (this.#halves) {
      fail(
        "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units",
      );
    }
    return { text: this.#text, entities: this.#entities };
  }

  /** The character at hand; NUL at the end, which counts as a space, as in tdlib. */
  #peek(): string {
    return this.#source[this.#position] ?? "\0";
  }

  get #ended(): boolean {
    return this.#position >= this.#source.length;
  }

  #reference(): void {
    const character = htmlCharacter(this.#source, this.#position);
    if (character === undefined) {
      this.#text += "&";
      this.#position++;
      return;
    }
    if (character.code >= 0xd800 && character.code <= 0xdfff) this.#halves = true;
    this.#text += String.fromCodePoint(character.code);
    this.#position = character.end;
  }

  #tag(): void {
    const begin = this.#position++;
    if (this.#peek() === "/") this.#endTag(begin);
    else this.#startTag(begin);
  }

  #startTag(begin: number): void {
    this.#skipUntil((c) => SPACE.test(c) || c === ">");
    if (this.#ended) fail(`Unclosed start tag at byte offset ${this.#bytes(begin)}`);
    const name = this.#source.slice(begin + 1, this.#position).toLowerCase();
    if (!Object.hasOwn(TAGS, name))
      fail(`Unsupported start tag "${name}" at byte offset ${this.#bytes(begin)}`);
    let argument = "";
    while (this.#peek() !== ">") {
      const attribute = this.#attribute(name, begin);
      if (attribute !== undefined) argument = argumentOf(name, attribute) ?? argument;
    }
    if (name === "span" && argument !== "spoiler") {
      fail(`Tag "span" must have class "tg-spoiler" at byte offset ${this.#bytes(begin)}`);
    }
    this.#position++;
    this.#open.push({ name, argument, offset: this.#text.length });
  }

  /** One attribute with its value; undefined where the tag ends instead. */
  #attribute(tag: string, begin: number): Attribute | undefined {
    this.#skipSpace();
    if (this.#peek() === ">" && !this.#ended) return undefined;
    const start = this.#position;
    this.#skipUntil((c) => SPACE.test(c) || "=>/\"'".includes(c));
    const name = this.#source.slice(start, this.#position);
    if (name === "") fail(`Empty attribute name in the tag "${tag}" at byte offset ${this.#bytes(begin)}`);
    this.#skipSpace();
    if (this.#peek() !== "=") {
      if (this.#ended) fail(`Unclosed start tag "${tag}" at byte offset ${this.#bytes(begin)}`);
      return { name, value: undefined };
    }
    this.#position++;
    this.#skipSpace();
    if (this.#ended) fail(`Unclosed start tag "${tag}" at byte offset ${this.#bytes(begin)}`);
    const quote = this.#peek();
    const value = quote === '"' || quote === "'" ? this.#quoted(quote) : this.#token();
    if (this.#ended) fail(`Unclosed start tag at byte offset ${this.#bytes(begin)}`);
    return { name, value };
  }

  #token(): string {
    const start = this.#position;
    this.#skipUntil((c) => !/[A-Za-z0-9.-]/.test(c));
    if (!SPACE.test(this.#peek()) && this.#peek() !== ">") {
      fail(`Unexpected end of name token at byte offset ${this.#bytes(start)}`);
    }
    return this.#source.slice(start, this.#position).toLowerCase();
  }

  #quoted(quote: string): string {
    let value = "";
    this.#position++;
    while (!this.#ended && this.#peek() !== quote) {
      const character = this.#peek() === "&" ? htmlCharacter(this.#source, this.#position) : undefined;
      value += character === undefined ? this.#peek() : String.fromCodePoint(character.code);
      this.#position = character?.end ?? this.#position + 1;
    }
    if (!this.#ended) this.#position++;
    return value;
  }

  #endTag(begin: number): void {
    const tag = this.#open.pop();
    if (tag === undefined) fail(`Unexpected end tag at byte offset ${this.#bytes(begin)}`);
    this.#skipUntil((c) => SPACE.test(c) || c === ">");
    const name = this.#source.slice(begin + 2, this.#position).toLowerCase();
    this.#skipSpace();
    if (this.#ended || this.#peek() !== ">") fail(`Unclosed end tag at byte offset ${this.#bytes(begin)}`);
    if (name !== "" && name !== tag.name) {
      const expected = `expected "</${tag.name}>", found "</${name}>"`;
      fail(`Unmatched end tag at byte offset ${this.#bytes(begin)}, ${expected}`);
    }
    this.#position++;
    if (this.#text.length > tag.offset) this.#close(tag);
  }

  #close(tag: OpenTag): void {
    const span = { offset: tag.offset, length: this.#text.length - tag.offset };
    const kind = TAGS[tag.name];
    if (kind === "link") this.#link(tag.argument, span);
    else if (kind === "emoji") this.#checkEmoji(tag.argument);
    else if (kind === "blockquote") {
      this.#entities.push({ type: tag.argument === "" ? "blockquote" : "expandable_blockquote", ...span });
    } else if (kind === "pre" || kind === "code") this.#closeCode(kind, tag.argument, span);
    else this.#entities.push({ type: kind, ...span } as MessageEntity);
  }

  /** Code right inside a block of code, or the other way round, gives the block its language. */
  #closeCode(kind: "pre" | "code", argument: string, span: { offset: number; length: number }): void {
    const last = this.#entities.at(-1);
    const isPair =
      last !== undefined &&
      last.type === (kind === "pre" ? "code" : "pre") &&
      last.offset === span.offset &&
      last.length === span.length;
    const language = isPair && kind === "pre" ? this.#languages.get(last) : argument;
    if (isPair && language) {
      this.#entities[this.#entities.length - 1] = { type: "pre", ...span, language };
      return;
    }
    const entity: MessageEntity = { type: kind, ...span };
    this.#entities.push(entity);
    if (argument !== "") this.#languages.set(entity, argument);
  }

  #link(argument: string, span: { offset: number; length: number }): void {
    const address = argument === "" ? this.#text.slice(span.offset) : argument;
    const user = mentionedUser(address);
    if (user !== undefined) {
      this.#entities.push({
        type: "text_mention",
        ...span,
        user: { id: user, is_bot: false, first_name: "" },
      });
      return;
    }
    const url = checkLink(address);
    if (url !== undefined) this.#entities.push({ type: "text_link", ...span, url });
  }

  /** Custom emoji need a username bought for the bot: the number is checked, the formatting dropped. */
  #checkEmoji(id: string): void {
    if (!/^-?\d{1,19}$/.test(id) || Number(id) === 0)
      throw new ApiError(400, "Invalid custom emoji identifier specified");
  }

  #skipUntil(isEnd: (character: string) => boolean): void {
    while (!this.#ended && !isEnd(this.#peek())) this.#position++;
  }

  #skipSpace(): void {
    this.#skipUntil((c) => !SPACE.test(c));
  }

  #bytes(position: number): number {
    return Buffer.byteLength(this.#source.slice(0, position));
  }
}

function fail(reason: string): never {
  throw new ApiError(400, `Can't parse entities: ${reason}`);
}
