import type { ApiMethods } from "grammy/types";
import type { MethodName } from "../schema/method-table.ts";
import type { UpdateQueue } from "../update-queue.ts";
import type { WebhookSettings } from "../webhook.ts";
import type { Upload } from "../wire/request-body.ts";
import type { World } from "../world/world.ts";

/** The webhook as methods see it. */
export interface WebhookControl {
  readonly settings: WebhookSettings | undefined;
  readonly lastError: { readonly date: number; readonly message: string } | undefined;
  set(settings: WebhookSettings): void;
  remove(): void;
}

/** What a method works with besides its parameters. */
export interface Call {
  readonly method: MethodName;
  readonly world: World;
  readonly updates: UpdateQueue;
  readonly webhook: WebhookControl;
  readonly uploads: ReadonlyMap<string, Upload>;
  /** Fires when the caller hangs up. */
  readonly signal: AbortSignal;
}

/** The parameters of a method after `decodeCall`. */
export type Args<M extends MethodName> = NonNullable<Parameters<ApiMethods[M]>[0]>;

/** Carries out one method: returns its result, or throws an `ApiError`. */
type Handler<M extends MethodName> = (
  call: Call,
  args: Args<M>,
) => ReturnType<ApiMethods[M]> | Promise<ReturnType<ApiMethods[M]>>;

export type Handlers<M extends MethodName> = { readonly [Name in M]: Handler<Name> };
