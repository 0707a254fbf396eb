import { beforeEach, expect, it } from "vitest";
import { RateLimits } from "../../../src/playground/bot-api/rate-limits.ts";
import { handClock } from "./support.ts";

let clock: ReturnType<typeof handClock>;
let rates: RateLimits;
beforeEach(() => {
  clock = handClock();
  rates = new RateLimits(clock.now);
});

const rules = () => rates.violations.map(({ rule, early }) => `${rule} ${early}`);

it("allows one message a second in a chat", () => {
  rates.count(1, "sendMessage");
  clock.advance(999);
  expect(rates.waitFor(1)).toBe(1);
  expect(rates.waitFor(2)).toBe(0);
  rates.count(1, "sendMessage");
  expect(rules()).toEqual(["chat 1"]);
  clock.advance(1000);
  rates.count(1, "sendMessage");
  expect(rules()).toEqual(["chat 1"]);
});

it("allows twenty messages a minute in a group", () => {
  for (let sent = 0; sent < 20; sent++) {
    rates.count(-5, "sendMessage");
    clock.advance(1000);
  }
  expect(rates.waitFor(-5)).toBe(40_000);
  rates.count(-5, "sendMessage");
  expect(rules()).toEqual(["group 40000"]);
});

it("allows thirty messages a second overall", () => {
  for (let chat = 1; chat <= 31; chat++) rates.count(chat, "sendMessage");
  expect(rules()).toEqual(["overall 1000"]);
});

it("forgets everything when cleared", () => {
  rates.count(1, "sendMessage");
  rates.count(1, "sendMessage");
  rates.clear();
  expect(rates.violations).toEqual([]);
  expect(rates.waitFor(1)).toBe(0);
});
