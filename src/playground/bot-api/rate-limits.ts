/** A message that came sooner than Telegram's limits allow. */
export interface RateViolation {
  readonly rule: "chat" | "group" | "overall";
  readonly chatId: number;
  readonly method: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How long the sender should have waited, milliseconds. */
  readonly early: number;
}

/** Messages within a span of milliseconds (Telegram's published safe rates, FAQ "My bot is hitting limits"). */
const LIMITS = {
  chat: { messages: 1, span: 1000 },
  group: { messages: 20, span: 60_000 },
  overall: { messages: 30, span: 1000 },
} as const;

/** Counts messages against the limits: what broke one is recorded, and may be refused. */
export class RateLimits {
  readonly #clock: () => number;
  readonly #sent = new Map<string, number[]>();
  #violations: RateViolation[] = [];
  /** Whether calls beyond the limits are answered by 429. */
  enforced = false;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  get violations(): readonly RateViolation[] {
    return this.#violations;
  }

  /** Milliseconds until a message to the chat is allowed; 0 when it is now. */
  waitFor(chatId: number): number {
    return Math.max(0, ...this.#rules(chatId).map(({ rule, key }) => this.#early(rule, key)));
  }

  /** Counts a sent message, and records each limit that it broke. */
  count(chatId: number, method: string): void {
    const at = this.#clock();
    for (const { rule, key } of this.#rules(chatId)) {
      const early = this.#early(rule, key);
      if (early > 0) this.#violations.push({ rule, chatId, method, at, early });
      const times = this.#sent.get(key) ?? [];
      times.push(at);
      this.#sent.set(key, times.slice(-LIMITS[rule].messages));
    }
  }

  clear(): void {
    this.#sent.clear();
    this.#violations = [];
  }

  #rules(chatId: number): Array<{ rule: RateViolation["rule"]; key: string }> {
    const rules: Array<{ rule: RateViolation["rule"]; key: string }> = [
      { rule: "chat", key: `chat:${chatId}` },
      { rule: "overall", key: "overall" },
    ];
    if (chatId < 0) rules.push({ rule: "group", key: `group:${chatId}` });
    return rules;
  }

  #early(rule: RateViolation["rule"], key: string): number {
    const { messages, span } = LIMITS[rule];
    const times = this.#sent.get(key) ?? [];
    const oldest = times.length < messages ? undefined : times[times.length - messages];
    return oldest === undefined ? 0 : Math.max(0, oldest + span - this.#clock());
  }
}
