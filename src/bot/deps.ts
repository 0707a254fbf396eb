import type { Assistant } from "../answer/assistant-api.ts";
import type { Library } from "../charts/answer-trend.ts";
import type { ChartRenderer } from "../charts/renderer.ts";
import type { Logger } from "../logger.ts";
import type { BotState } from "../state/bot-state.ts";
import type { Me } from "./reading.ts";
import type { Survey } from "./survey.ts";

/** What the handlers work with. */
export interface Deps {
  readonly assistant: Assistant;
  readonly state: BotState;
  /** What trends are read from; without it there are none. */
  readonly library: Library | undefined;
  readonly survey: Survey;
  readonly charts: ChartRenderer;
  readonly logger: Logger;
  /** Questions a minute for one person and for one group; 0 is no limit. */
  readonly limits: { readonly user: number; readonly chat: number };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** `getMe`, as far as handlers need it. */
export interface BotIdentity extends Me {
  readonly can_read_all_group_messages: boolean;
}

/** All ids of the library in order: the numbering that buttons use within one version. */
export function articleIds(assistant: Assistant): readonly string[] {
  const known = cache.get(assistant);
  if (known?.version === assistant.version) return known.ids;
  const ids = [...new Set(assistant.articles("zh-Hans").map((a) => a.id))].sort();
  cache.set(assistant, { version: assistant.version, ids });
  return ids;
}

const cache = new WeakMap<Assistant, { readonly version: string; readonly ids: readonly string[] }>();
