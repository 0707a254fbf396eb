/** A source that cannot become an article. The message is one line: the source, what is wrong, and what to do. */
export class IngestError extends Error {
  override readonly name = "IngestError";
  readonly source: string;
  readonly reason: string;
  readonly fix: string;

  constructor(source: string, reason: string, fix: string, options?: ErrorOptions) {
    super(`${source}: ${reason}; ${fix}`.replace(/\s+/g, " "), options);
    this.source = source;
    this.reason = reason;
    this.fix = fix;
  }
}

/** The refusal of a source over 5 MB; the same for files, downloads and uploads. */
export function tooLarge(source: string): IngestError {
  return new IngestError(source, "is larger than 5 MB", "save the text of the article alone");
}
