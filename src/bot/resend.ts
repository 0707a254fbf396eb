import { HttpError, type Transformer } from "grammy";
import { REAL_WAITING, type Waiting } from "./pace.ts";

/** Pauses before each new try after a network error, in milliseconds. */
const PAUSES = [300, 1500, 5000];

/** Errors that come before anything was sent: trying again cannot repeat a message. */
const UNSENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT.*connect/;

/** Methods whose callers have a loop of their own. */
const OWN_LOOPS: ReadonlySet<string> = new Set(["getUpdates", "getMe"]);

/**
 * Tries a call again after a network error. A connection that breaks after the request was written leaves open whether the
 * message went out; it is sent once more, since a question answered twice is better than one never answered.
 */
export function resendAfterNetworkErrors(waiting: Waiting = REAL_WAITING): Transformer {
  return async (prev, method, payload, signal) => {
    let inDoubt = 0;
    for (let tries = 0; ; tries++) {
      try {
        return await prev(method, payload, signal);
      } catch (error) {
        if (OWN_LOOPS.has(method) || !(error instanceof HttpError) || signal?.aborted === true) throw error;
        const pause = PAUSES[tries];
        if (!UNSENT.test(causeOf(error))) inDoubt++;
        if (pause === undefined || inDoubt > 1) throw error;
        await waiting.sleep(pause);
      }
    }
  };
}

const causeOf = (error: HttpError): string =>
  error.error instanceof Error
    ? `${"code" in error.error ? String(error.error.code) : ""} ${error.error.message}`
    : "";
