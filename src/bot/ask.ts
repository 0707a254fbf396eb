import type { Api } from "grammy";
import type { User } from "grammy/types";
import type { Answer, Memory } from "../answer/types.ts";
import { answerButtons, chartButton, type Keyboard } from "../format/buttons.ts";
import { type Rendered, renderAnswer } from "../format/render.ts";
import { articleIds, type Deps } from "./deps.ts";
import { languageHints, replyLanguage } from "./language.ts";
import { askPictured, langOf, type Picture } from "./pictures.ts";
import { type Place, seatOf } from "./place.ts";
import { sendReply } from "./send.ts";
import { type Attachment, attachPicture } from "./send-picture.ts";

/** One question with all that bears on its answer. */
export interface Question {
  readonly text: string;
  /** The part of a message that the asker points at. */
  readonly about?: string;
  readonly from: User | undefined;
  readonly place: Place;
  /** The earlier turn that it may take over from. */
  readonly memory: Memory | null;
  /** The message that holds the question, where an edit of it should change the answer. */
  readonly message?: number | undefined;
  /** Repeat the question above the answer: it was asked by a button. */
  readonly repeat?: boolean;
}

/** An answer ready to be sent. */
export interface Reply {
  readonly answer: Answer;
  readonly rendered: Rendered;
  readonly keyboard: Keyboard;
  /** A picture to be sent behind it. */
  readonly attached: Attachment | undefined;
}

/** Longer questions are not read further; Telegram's own bound on a message. */
const QUESTION_LIMIT = 4096;

/** Asks the assistant and lays the answer out. Pictures that cannot be sent behind it are offered by a button. */
export async function prepareReply(
  deps: Deps,
  question: Question,
  options: { readonly attaches?: boolean } = {},
): Promise<Reply> {
  const hints = await languageHints(deps, question.from);
  const input = {
    text: question.text.slice(0, QUESTION_LIMIT),
    memory: question.memory,
    ...langOf(hints),
    ...(question.about === undefined ? {} : { about: question.about }),
  };
  const { answer, picture, undrawn } = askPictured(deps, input, hints);
  const lang = replyLanguage(answer, hints);
  const { place } = question;
  const rendered = renderAnswer(answer, {
    lang,
    undrawn,
    ...(question.repeat === true ? { asked: question.text } : {}),
  });
  const context = {
    lang,
    version: deps.assistant.version,
    articleIds: articleIds(deps.assistant),
    asker: place.isPrivate || !place.isPerson ? 0 : place.asker,
  };
  const offer = picture && { question: picture.question, kept: JSON.stringify(picture.spec) };
  const attaches = options.attaches === true && picture !== undefined && isWorthSending(picture, place);
  const keyboard = answerButtons(answer, offer && !attaches ? { ...context, chart: offer } : context);
  const button = offer && chartButton({ ...context, chart: offer });
  const keep = [...keyboard.keep, ...(button?.keep ?? [])];
  await Promise.all(keep.map(({ hash, text }) => deps.state.keepQuestion(hash, text)));
  const attached = attaches && button ? { spec: picture.spec, lang, button } : undefined;
  return { answer, rendered, keyboard, attached };
}

/** Groups get a picture unasked only by the button: their talk should not be pushed away. */
const isWorthSending = ({ worth }: Picture, place: Place): boolean =>
  worth === "asked" || (worth === "telling" && place.isPrivate);

/** Answers a question where it stands, and keeps what follow-ups and edits need. */
export async function answerQuestion(deps: Deps, api: Api, question: Question): Promise<void> {
  const started = deps.now();
  const reply = await prepareReply(deps, question, { attaches: true });
  const thought = deps.now() - started;
  const { place } = question;
  const quiet = !place.isPrivate && (await deps.state.isQuiet(place.chat));
  const sent = await sendReply(deps, api, place, reply.rendered, reply.keyboard, { quiet });
  if (sent !== undefined) await keepAnswer(deps, question, sent, reply.answer);
  if (reply.answer.kind === "notFound") await deps.state.countUnanswered(question.text);
  deps.logger.info(
    { chat: place.chat, kind: reply.answer.kind, lang: reply.answer.lang, ms: thought },
    "answered",
  );
  if (sent === undefined || reply.attached === undefined) return;
  const behind = { ...place, replyTo: sent === 0 ? undefined : sent };
  const picture = await attachPicture(deps, api, behind, reply.attached, { quiet });
  if (picture !== undefined)
    await keepAnswer(deps, { ...question, message: undefined }, picture, reply.answer);
}

/** Keeps which answer belongs to a question, and what the next turn may take over. */
export async function keepAnswer(
  deps: Deps,
  question: Question,
  sent: number,
  answer: Answer,
): Promise<void> {
  const kept = { answer: sent, text: question.text, before: question.memory };
  // Small talk takes nothing over and must not end a conversation either.
  const memory = answer.memory ?? (answer.kind === "chat" ? question.memory : null);
  await deps.state.keepAnswer(seatOf(question.place), question.message, kept, memory);
}
