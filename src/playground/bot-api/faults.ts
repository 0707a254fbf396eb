import { ApiError, floodError } from "./api-error.ts";

/** What a scripted fault does to a call. */
type FaultKind =
  /** 429 with `retry_after`; the call has no effect. */
  | { readonly kind: "too-many-requests"; readonly retryAfter: number }
  /** Any status with a reason; `done` makes the call take effect all the same, as a gateway's error may hide it. */
  | { readonly kind: "error"; readonly code: number; readonly reason?: string; readonly done?: boolean }
  /** The connection is reset; `done` as above. */
  | { readonly kind: "reset"; readonly done?: boolean }
  /** The right answer, late. */
  | { readonly kind: "slow"; readonly ms: number }
  /** No answer ever; `done` as above. The connection stays until the client or the server closes it. */
  | { readonly kind: "hang"; readonly done?: boolean }
  /** Status 200 with a body that is no JSON; `done` as above. */
  | { readonly kind: "malformed"; readonly done?: boolean };

export type Fault = FaultKind & {
  /** The method it strikes; every one when left out. */
  readonly method?: string;
  /** How many calls it strikes; one when left out. */
  readonly times?: number;
  /** How many matching calls pass before it strikes. */
  readonly skip?: number;
};

/** Faults in the order they were scripted; each call meets at most one. */
export class FaultScript {
  #faults: Array<{ readonly fault: Fault; left: number; skip: number }> = [];

  add(fault: Fault): void {
    this.#faults.push({ fault, left: fault.times ?? 1, skip: fault.skip ?? 0 });
  }

  /** The fault that strikes this call, used up by one. */
  take(method: string): Fault | undefined {
    const entry = this.#faults.find(({ fault }) => fault.method === undefined || fault.method === method);
    if (entry === undefined) return undefined;
    if (entry.skip > 0) {
      entry.skip--;
      return undefined;
    }
    entry.left--;
    if (entry.left <= 0) this.#faults = this.#faults.filter((other) => other !== entry);
    return entry.fault;
  }

  clear(): void {
    this.#faults = [];
  }

  /** Strikes that are still to come. */
  get remaining(): number {
    return this.#faults.reduce((sum, { left }) => sum + left, 0);
  }
}

/** The error a fault answers with; undefined for those that break or delay the connection. */
export function faultError(fault: Fault): ApiError | undefined {
  if (fault.kind === "too-many-requests") return floodError(fault.retryAfter);
  if (fault.kind === "error") return new ApiError(fault.code, fault.reason ?? "");
  return undefined;
}

/** Whether the struck call takes effect nevertheless. */
export function takesEffect(fault: Fault): boolean {
  return fault.kind === "slow" || ("done" in fault && fault.done === true);
}
