import { describe, expect, it } from "vitest";
import { parseDocument } from "../../src/ingest/dom.ts";
import { parseHtml } from "../../src/ingest/html.ts";
import { readBlocks } from "../../src/ingest/html-blocks.ts";
import { readFacts } from "../../src/ingest/html-facts.ts";

const blocks = (body: string): string[] =>
  readBlocks(parseDocument(`<html><body>${body}</body></html>`).body).map((block) =>
    block.kind === "text"
      ? `${block.role}: ${block.text}`
      : `${block.caption}[${block.rows.map((row) => row.join(",")).join(";")}]${block.headRows}`,
  );

describe("readBlocks", () => {
  it.each([
    ["<p><strong>503.2</strong>万标箱</p>", ["plain: 503.2万标箱"]],
    ["<p>港口\n   吞吐量\nof 2 \n million</p>", ["plain: 港口吞吐量 of 2 million"]],
    ["<p>甲&nbsp;&nbsp;乙&middot;丙</p>", ["plain: 甲 乙·丙"]],
    ["<div>甲。<br>　　乙。<br><br>丙</div>", ["plain: 甲。", "plain: 乙。", "plain: 丙"]],
    [
      "<p>口岸全年完成货物吞吐量超过<br>八百万吨，创下新高。</p>",
      ["plain: 口岸全年完成货物吞吐量超过八百万吨，创下新高。"],
    ],
    ["<p>地址：口岸街<br>电话：0000</p>", ["plain: 地址：口岸街", "plain: 电话：0000"]],
    [
      "<h2>甲</h2><p><b>小节</b></p><p><b>这是一句话。</b></p>",
      ["heading: 甲", "heading: 小节", "plain: 这是一句话。"],
    ],
    ["<ul><li>甲</li><li>乙</ul>", ["item: 甲", "item: 乙"]],
    ["<p align=center><img src=a><br>码头一角</p>", ["caption: 码头一角"]],
    ["<P ALIGN=CENTER><IMG SRC=a></P><p style='text-align: center'>码头一角</p>", ["caption: 码头一角"]],
    ["<p><img src=a>　　正文开头。</p>", ["plain: 正文开头。"]],
    ["<p align=center>居中的一句。</p>", ["plain: 居中的一句。"]],
    [
      "<figure><img><figcaption>码头</figcaption></figure><div class='img-desc'>泊位</div>",
      ["caption: 码头", "caption: 泊位"],
    ],
    [
      "<p>甲<script>x()</script><span style='display:none'>乙</span><select><option>丙</select></p><!-- 丁 -->",
      ["plain: 甲"],
    ],
    ["<pre>甲\n乙</pre>", ["plain: 甲", "plain: 乙"]],
  ])("%s", (html, expected) => {
    expect(blocks(html)).toEqual(expected);
  });

  it.each([
    [
      "a head of td",
      "<tr><td>年</td><td>量（吨）</td></tr><tr><td>2023年</td><td>5</td></tr>",
      "[年,量（吨）;2023年,5]1",
    ],
    [
      "years as heads",
      "<tr><td>地区</td><td>2022</td><td>2023</td></tr><tr><td>东</td><td>5</td><td>6</td></tr>",
      "[地区,2022,2023;东,5,6]1",
    ],
    [
      "a caption and th",
      "<caption>表一</caption><thead><tr><th>年<th>量</thead><tbody><tr><th>2023<td>5</tbody>",
      "表一[年,量;2023,5]1",
    ],
    [
      "spans in the head",
      "<tr><td rowspan=2>类</td><td colspan=2>一季度</td></tr><tr><td>吨</td><td>%</td></tr><tr><td>茶</td><td>5</td><td>-1.2</td></tr>",
      "[类,一季度 吨,一季度 %;茶,5,-1.2]1",
    ],
    [
      "a title row over all columns",
      "<tr><td colspan=2>表二（单位：吨）</td></tr><tr><td>年</td><td>量</td></tr><tr><td>2023年</td><td>5</td></tr>",
      "表二（单位：吨）[年,量;2023年,5]1",
    ],
    [
      "names and values without heads",
      "<tr><td>出口</td><td>5万吨</td></tr><tr><td>进口</td><td>3万吨</td></tr>",
      "[出口,5万吨;进口,3万吨]0",
    ],
    [
      "rows of different length",
      "<tr><td>年</td><td>量</td><td>注</td></tr><tr><td>2023年</td><td>5</td></tr>",
      "[年,量,注;2023年,5,]1",
    ],
  ])("a data table with %s", (_, rows, expected) => {
    expect(blocks(`<table>${rows}</table>`)).toEqual([expected]);
  });

  it("takes tables that lay out the page for what they hold", () => {
    const prose = "口岸全年完成货物吞吐量超过八百万吨。".repeat(10);
    expect(
      blocks(
        `<table><tr><td><p>${prose}</p></td><td>边栏</td></tr><tr><td>甲</td><td>乙</td></tr></table>`,
      )[0],
    ).toBe(`plain: ${prose}`);
    expect(
      blocks(
        "<table><tr><td><table><tr><td>年</td><td>量</td></tr><tr><td>2023年</td><td>5</td></tr></table></td></tr></table>",
      ),
    ).toEqual(["[年,量;2023年,5]1"]);
  });
});

describe("parseDocument", () => {
  it.each([
    "<p>甲<p>乙",
    "<html><head><title>t</title></head><p>甲</p><p>乙",
    "甲<br>乙",
    "<!doctype html><p>甲<div>乙",
  ])("finds the body of %s", (html) => {
    expect(readBlocks(parseDocument(html).body).map((block) => block.kind === "text" && block.text)).toEqual([
      "甲",
      "乙",
    ]);
  });
});

describe("readFacts", () => {
  const facts = (head: string, body = "", address?: string) => {
    const html = `<html><head>${head}</head><body>${body}</body></html>`;
    return readFacts(parseDocument(html), html, address);
  };

  it.each([
    ["<title>港口扩建_要闻_海渡网</title>", "", { title: "港口扩建", site: "海渡网" }],
    ["<title>港口扩建--财经--海渡网</title>", "", { title: "港口扩建", site: "海渡网" }],
    [
      "<title>守口岸、促发展——口岸办谈成效-海渡网</title>",
      "",
      { title: "守口岸、促发展——口岸办谈成效", site: "海渡网" },
    ],
    ["<title>Port grows | Dale News</title>", "", { title: "Port grows", site: "Dale News" }],
    ["<title>海渡网</title><meta property='og:title' content='港口扩建'>", "", { title: "港口扩建" }],
    ["<title>快讯</title>", "<h1>港口扩建</h1>", { title: "港口扩建" }],
    [
      "<title>港口扩建：一年见效_海渡网</title>",
      "<h1>海渡网</h1><h2>港口扩建：一年见效</h2>",
      { title: "港口扩建：一年见效" },
    ],
    [
      "<meta name='PubDate' content='2024-04-18 09:40'><meta name='ContentSource' content='来源：口岸办'>",
      "",
      { published: "2024-04-18 09:40", publisher: "口岸办" },
    ],
    [
      '<script type="application/ld+json">{"@graph":[{"headline":"H","datePublished":"2024-01-02","publisher":{"name":"P"}}]}</script>',
      "",
      { title: "H", published: "2024-01-02", publisher: "P" },
    ],
    ['<script type="application/ld+json">{broken</script>', "", {}],
    ["<link rel=canonical href='https://a.example/1'>", "", { url: "https://a.example/1" }],
  ])("%s %s", (head, body, expected) => {
    expect(facts(head, body)).toMatchObject(expected);
  });

  it("knows the address that a browser notes in a saved page; the given one wins", () => {
    const html = "<!-- saved from url=(0023)http://a.example/1.html --><html><body></body></html>";
    expect(readFacts(parseDocument(html), html).url).toBe("http://a.example/1.html");
    expect(readFacts(parseDocument(html), html, "https://b.example/").url).toBe("https://b.example/");
  });
});

describe("parseHtml", () => {
  const paragraph = (n: number): string =>
    `<p>第${n}段，口岸全年验放货车四万余辆，同比增长近一成，货值也有所提高。</p>`;
  const page = `<body><div class="nav"><a href="/">首页</a></div><div id="content"><h1>题</h1>${[1, 2, 3, 4, 5].map(paragraph).join("")}<table><tr><td>年</td><td>量</td></tr><tr><td>2023年</td><td>5</td></tr></table></div><div class="sidebar"><ul><li><a href="/1">别的新闻涨了3%</a></li></ul></div></body>`;

  it("marks what Readability leaves out, in its place, and keeps small data tables", () => {
    const parsed = parseHtml(`<html>${page}</html>`).blocks;
    const outside = parsed
      .filter((block) => block.outside !== undefined)
      .map((block) => block.kind === "text" && block.text);
    expect(outside).toContain("首页");
    expect(outside).toContain("别的新闻涨了3%");
    expect(parsed.find((block) => block.kind === "table")?.outside).toBeUndefined();
    expect(
      parsed
        .map((block) => (block.kind === "text" ? block.text : "table"))
        .filter((text) => /^第|table/.test(text)),
    ).toHaveLength(6);
  });

  it("refuses elements nested hundreds deep", () => {
    expect(() => parseHtml(`<body>${"<div>".repeat(1000)}`)).toThrow(RangeError);
  });
});
