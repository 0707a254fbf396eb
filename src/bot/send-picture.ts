import { type Api, InputFile } from "grammy";
import type { UiLang } from "../answer/types.ts";
import type { ChartSpec } from "../charts/spec.ts";
import type { Keyboard } from "../format/buttons.ts";
import { CAPTION_LIMIT, cutEnd } from "../format/cut.ts";
import { bold, join, plain, type Rich } from "../format/html.ts";
import { phrase } from "../format/phrases.ts";
import type { Deps } from "./deps.ts";
import { describe } from "./failures.ts";
import type { Place } from "./place.ts";
import { deliver, mannerOptions, sendReply } from "./send.ts";

/**
 * Draws a chart and sends it as a photo; tells its message id as `sendReply` does.
 * @throws ChartError where it cannot be drawn, or not in time.
 */
export async function sendPicture(
  deps: Deps,
  api: Api,
  place: Place,
  spec: ChartSpec,
  options: { readonly quiet?: boolean } = {},
): Promise<number | undefined> {
  const png = await deps.charts.png(spec);
  const caption = captionOf(spec);
  return await deliver(deps, place, options, async (manner) => {
    const { message_id } = await api.sendPhoto(manner.chat, new InputFile(png, "chart.png"), {
      caption: manner.html ? caption.html : caption.text,
      ...mannerOptions(manner),
    });
    return message_id;
  });
}

/** A picture that goes behind an answer. */
export interface Attachment {
  readonly spec: ChartSpec;
  readonly lang: UiLang;
  /** The way to ask for it again where it could not be drawn. */
  readonly button: Keyboard;
}

/**
 * Sends a picture behind an answer; undefined where it was not sent, which the reader is told. It never throws: the update would
 * be handled anew, and the answer, which is out already, sent twice.
 */
export async function attachPicture(
  deps: Deps,
  api: Api,
  place: Place,
  { spec, lang, button }: Attachment,
  options: { readonly quiet?: boolean },
): Promise<number | undefined> {
  const excuse = plain(phrase(lang, "chart-failed"));
  try {
    return await sendPicture(deps, api, place, spec, options);
  } catch (error) {
    deps.logger.warn({ chat: place.chat, why: describe(error) }, "a picture could not be sent");
  }
  try {
    await sendReply(deps, api, place, excuse, button, options);
  } catch (error) {
    deps.logger.warn({ chat: place.chat, why: describe(error) }, "nor could its excuse");
  }
  return undefined;
}

/** What is measured, and who published it: also for those who cannot see the picture. */
function captionOf({ title, subtitle, source }: ChartSpec): Rich {
  const room = CAPTION_LIMIT - 4;
  const lines = [
    bold(plain(cutEnd(title, 200))),
    plain(cutEnd(subtitle, 200)),
    plain(cutEnd(source, room - 400)),
  ];
  return join(lines, "\n");
}
