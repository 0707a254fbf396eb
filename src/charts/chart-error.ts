/** A picture could not be drawn: the reason is in `message`, the chart's title in `title`. */
export class ChartError extends Error {
  override readonly name = "ChartError";
  readonly title: string;

  constructor(message: string, title: string, options?: ErrorOptions) {
    super(message, options);
    this.title = title;
  }
}
