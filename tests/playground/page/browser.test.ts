import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Playground } from "../../../src/playground/start.ts";
import { clientOf, startTiny } from "./support.ts";

/** Where Debian puts it; `CHROMIUM` names another. */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const isThere = existsSync(CHROMIUM);
if (!isThere) console.warn(`browser tests are skipped: no chromium at ${CHROMIUM}`);

const ASKED = "2023年吞吐量是多少？";

describe.skipIf(!isThere)("the page in a browser", () => {
  let playground: Playground;
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    playground = await startTiny();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--headless"] });
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
  });
  beforeEach(async () => {
    complaints.length = 0;
    await clientOf(playground.url).act("reset", {});
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
    page.setDefaultTimeout(10_000);
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => line.type() === "error" && complaints.push(line.text()));
    page.on(
      "request",
      (request) => request.url().startsWith(playground.url) || complaints.push(`asked ${request.url()}`),
    );
    await page.goto(playground.url);
    await page.waitForSelector("#head h1");
  });
  afterEach(async () => {
    await page.close();
    // Neither errors nor refused styles and scripts nor a request to anywhere else.
    expect(complaints).toEqual([]);
  });

  const field = () => page.getByTestId("field");
  const fromBot = () => page.locator("#log [data-author=bot]");
  const say = async (words: string) => {
    await field().fill(words);
    await field().press("Enter");
  };
  const open = async (mode: "private" | "group" | "friends") =>
    await page.getByTestId(`mode-${mode}`).click();
  const speakAs = async (name: string) => await page.getByTestId(`person-${name}`).click();

  it("asks from the field and shows the answer as Telegram would", async () => {
    await say(ASKED);
    await fromBot().first().waitFor();
    expect(await fromBot().locator("b").first().textContent()).toContain("超过120万箱");
    expect(await fromBot().locator("blockquote").count()).toBeGreaterThan(0);
    expect(await field().inputValue()).toBe("");
  });

  it("asks by an example of the empty chat", async () => {
    await page.locator(".chip").first().click();
    await fromBot().first().waitFor();
  });

  it("presses a button: a notice for a vote, another text in the same bubble for the context", async () => {
    await say(ASKED);
    await page.getByRole("button", { name: "👍" }).click();
    await page.locator(".toast", { hasText: "谢谢" }).waitFor();
    await page.getByRole("button", { name: "看上下文" }).click();
    await page.getByRole("button", { name: "只看引文" }).waitFor();
    expect(await fromBot().count()).toBe(1);
    expect(await fromBot().locator(".meta").textContent()).toContain("已编辑");
  });

  it("folds long quotations and unfolds them by key", async () => {
    await page.setViewportSize({ width: 390, height: 800 });
    await say("2020年吞吐量是多少？");
    await page.getByRole("button", { name: "看上下文" }).click();
    const quote = fromBot().locator("blockquote[aria-expanded=false]").first();
    await quote.waitFor();
    const folded = (await quote.boundingBox())?.height ?? 0;
    await quote.press("Enter");
    const unfolded = fromBot().locator("blockquote[aria-expanded=true]").first();
    expect((await unfolded.boundingBox())?.height ?? 0).toBeGreaterThan(folded);
  });

  it("mentions the bot in a topic of the group, as somebody else, in their language", async () => {
    await open("group");
    await speakAs("emma_reads");
    await page.getByRole("button", { name: "# English corner" }).click();
    await say("@guanwen_bot What was the throughput?");
    await fromBot().first().waitFor();
    expect(await fromBot().first().textContent()).toContain("805,000 containers");
    expect(await fromBot().locator(".reply").textContent()).toContain("Emma");
    expect(await field().getAttribute("aria-label")).toBe("Message");
    await page.getByRole("button", { name: "# General" }).click();
    expect(await fromBot().filter({ hasText: "805,000" }).count()).toBe(0);
  });

  it("sends at once what is typed after a picked name", async () => {
    await open("group");
    await field().pressSequentially("@");
    await page.getByTestId("popup").getByText("@guanwen_bot").waitFor();
    await field().press("Enter");
    await field().pressSequentially(ASKED);
    await field().press("Enter");
    await fromBot().filter({ hasText: "超过120万箱" }).waitFor();
    expect(await field().inputValue()).toBe("");
  });

  it("replies to a selected part of the answer", async () => {
    await say(ASKED);
    await fromBot().first().waitFor();
    await page
      .locator("#log [data-author=bot] .text b")
      .first()
      .evaluate((bold) => {
        const words = bold.firstChild;
        if (words !== null)
          bold.ownerDocument.defaultView?.getSelection()?.setBaseAndExtent(words, 0, words, 3);
      });
    await page.getByTestId("quote-reply").click();
    await say("吞吐量再说一遍");
    await page.locator("#log [data-author=bot]", { hasText: "（云岛港）" }).waitFor();
    expect(await page.locator(".own .reply").textContent()).toContain("云岛港");
  });

  it("edits the question by the arrow key, and the answer follows in place", async () => {
    await say(ASKED);
    await fromBot().first().waitFor();
    await field().press("ArrowUp");
    await expect.poll(async () => await field().inputValue()).toBe(ASKED);
    await say("2020年吞吐量是多少？");
    await page.locator("#log [data-author=bot]", { hasText: "80.5万箱" }).waitFor();
    expect(await fromBot().count()).toBe(1);
  });

  it("shows above an answer the question as it was edited", async () => {
    await open("group");
    await say(`@guanwen_bot ${ASKED}`);
    await fromBot().locator(".reply").waitFor();
    await field().press("ArrowUp");
    await say("@guanwen_bot 2020年吞吐量是多少？");
    await fromBot().locator(".reply", { hasText: "2020年吞吐量" }).waitFor();
  });

  it("lists inline results while typing, loads more, and sends the picked one", async () => {
    await open("friends");
    await field().fill("@guanwen_bot 云岛港");
    const options = page.getByTestId("popup").getByRole("option");
    await options.first().waitFor();
    const before = await options.count();
    await page.locator(".options").evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expect.poll(async () => await options.count()).toBeGreaterThan(before);
    await field().press("ArrowDown");
    await field().press("Enter");
    await page.locator("#log .via", { hasText: "@guanwen_bot" }).waitFor();
    expect(await page.getByTestId("popup").isHidden()).toBe(true);
  });

  it("goes from inline results into the private chat with the question in hand", async () => {
    await open("friends");
    await field().fill(`@guanwen_bot ${ASKED}`);
    await page.getByTestId("switch-private").click();
    await fromBot().first().waitFor();
    expect(await page.locator("#head h1").textContent()).toBe("关问");
    expect(await fromBot().first().textContent()).toContain("超过120万箱");
  });

  it("offers the commands in the person's language and runs the picked one", async () => {
    await page.getByTestId("commands").click();
    await page.getByRole("option", { name: "/sources" }).waitFor();
    expect(await page.getByRole("option", { name: "/ask" }).textContent()).toContain("提问");
    await page.getByRole("option", { name: "/sources" }).click();
    await fromBot().first().waitFor();
    expect(await fromBot().first().textContent()).toContain("海湾周刊");
  });

  it("keeps the conversation, the person and the chat over a reload", async () => {
    await open("group");
    await speakAs("yijun");
    await say(`@guanwen_bot ${ASKED}`);
    await fromBot().first().waitFor();
    await page.reload();
    await page.locator("#log [data-author=bot]", { hasText: "超過120萬箱" }).or(fromBot().first()).waitFor();
    expect(await page.getByTestId("person-yijun").getAttribute("aria-checked")).toBe("true");
    expect(await page.locator("#head h1").textContent()).toBe("海关学习小组");
    expect(await page.locator(".own").count()).toBe(1);
  });

  it("starts over when asked to, and only then", async () => {
    await say(ASKED);
    await fromBot().first().waitFor();
    await page.getByTestId("reset").click();
    await page.getByRole("button", { name: "取消" }).click();
    expect(await fromBot().count()).toBe(1);
    await page.getByTestId("reset").click();
    await page.getByRole("button", { name: "清空", exact: true }).click();
    await page.locator(".empty").waitFor();
    expect(await fromBot().count()).toBe(0);
  });

  it("shows behind an answer how it was understood and what went over the wire", async () => {
    await say(ASKED);
    await fromBot().first().hover();
    await page.locator("[data-author=bot] [data-action=details]").click();
    await page.getByTestId("trace").waitFor();
    expect(await page.getByTestId("trace").textContent()).toContain(ASKED);
    await page.getByTestId("calls").locator("summary", { hasText: "sendMessage" }).click();
    expect(await page.getByTestId("calls").textContent()).toContain('"parse_mode": "HTML"');
  });

  it("changes the page's words with the person's language, and its colours with the theme", async () => {
    await page.getByTestId("language").selectOption("en");
    await page.locator("#side", { hasText: "Speak as" }).waitFor();
    expect(await page.evaluate("document.documentElement.lang")).toBe("en");
    const theme = async () => await page.evaluate("document.documentElement.dataset.theme");
    const before = await theme();
    await page.getByTestId("theme").click();
    expect(await theme()).not.toBe(before);
    await page.reload();
    expect(await theme()).not.toBe(before);
    await page.getByTestId("language").selectOption("zh-hans");
    await page.locator("#side", { hasText: "以谁的身份说话" }).waitFor();
  });

  it("fits a phone: nothing sticks out, and the side bar opens and closes", async () => {
    await page.setViewportSize({ width: 390, height: 780 });
    await say(ASKED);
    await fromBot().first().waitFor();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(390);
    await page.locator(".menu").click();
    await open("group");
    await page.locator("#head h1", { hasText: "海关学习小组" }).waitFor();
    await expect.poll(async () => await page.locator("#side").isVisible()).toBe(false);
  });

  it("tells on the knowledge page how a figure was understood, by pointer and by keyboard", async () => {
    await page.goto(`${playground.url}/knowledge`);
    await page.locator("summary", { hasText: "灯塔下的三年" }).click();
    const figure = page.locator(".figure", { hasText: "120万箱" });
    await figure.hover();
    const card = page.locator("#card");
    await card.waitFor();
    const told = await card.textContent();
    for (const word of ["1,200,000", "云岛港吞吐量", "2023"]) expect(told).toContain(word);
    await page.mouse.move(5, 5);
    await card.waitFor({ state: "hidden" });
    await figure.focus();
    await card.waitFor();
  });

  it("leads from the table of what is known to the quote, and shows what sources state differently", async () => {
    await page.goto(`${playground.url}/knowledge`);
    const cell = page.locator("#coverage .cell", { hasText: "80.5万箱" }).first();
    await cell.click();
    const figure = page.locator(".article[open] .figure:focus");
    await figure.waitFor();
    expect(await figure.textContent()).toContain("80.5万箱");
    expect(await page.locator("#facts").textContent()).toContain("78.2万箱");
  });
});
