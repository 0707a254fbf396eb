import type { Span } from "../figure.ts";
import { COMMON_WORDS, NATION, NOT_THE_PLACE, OWN_PLACE, OWNER_KINDS, PLACES } from "./tables/places.ts";

/** A name to which figures can belong. */
export interface Entity {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: "nation" | "own" | "named" | "world";
}

const sorted = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join("|");
/** 市场, 省级, 海关总署: the kinds begin other words. */
const kinds = `(?:${sorted(OWNER_KINDS)})(?!场|民|值|级|份|去(?!年)|时|域|企业|币|总署|特殊监管|法|统计|部门)`;

const nation = new RegExp(`(?:${sorted(NATION)})(?!家)`, "g");
const own = new RegExp(sorted(OWN_PLACE), "g");
const world = /全球|世界(?!海关|贸易|银行|级|各|最)/g;

/** A place by its name, with any number of kinds behind it: 山东自贸试验区青岛片区, 成都高新综合保税区, 海口海关. */
const namedBy = (names: readonly string[]): RegExp => {
  const name = `(?:${sorted(names).split("|").map(guarded).join("|")})`;
  const place = `(?:${name}(?:省(?!级|份)|市(?!场|民|值)|地区|区(?!域|块|间|内|外贸?易)|县)?)+`;
  // 高新, 关区, 美兰, 公路: a short word before the kind; never one with a verb or preposition in it, and none before 海关.
  // 全县 and 互市 are words of their own.
  const between =
    "(?:(?![全互借着了把被将在和与及的对向从到经至是有为以海一二三四五六七八九十两])[\\u4e00-\\u9fff]){0,3}?";
  const first = [...new Set(names.map((n) => n.charAt(0)))].join("");
  // The first characters alone let the pattern give up at once nearly everywhere.
  return new RegExp(
    `(?=[${first}])${place}(?:${place}|${between}(?=[^海])${kinds}|海关(?!总署|特殊监管|署))*`,
    "g",
  );
};

/** A name with what must not stand around it. */
function guarded(name: string): string {
  const { after, before } = NOT_THE_PLACE[name] ?? {};
  return `${after === undefined ? "" : `(?<![${after}])`}${name}${before === undefined ? "" : `(?![${before}])`}`;
}

/** A run that might be a place nobody knows, after a boundary, told by its kind: 澄州海关, 塔林图公路口岸. */
const candidate = new RegExp(
  `(?<=^|[\\s,，。;:、“”‘’"()!?在由据从对经向的是为和与及]|使|支持|助力|其中)(?!其中)(?<stem>[\\u4e00-\\u9fff]{2,4}?)(?:公路|铁路|航空|邮轮|缉私)?(?<kind>${kinds})`,
  "gm",
);

/** The names of places in one article: the known ones and those that it uses again and again before 海关, 市, 口岸 … */
export interface Gazetteer {
  readonly named: RegExp;
}

/** A name that stands but once before its kind is more likely a verb (健全海关法规). */
const LEAST_USES = 2;

/** 五家综保区, 两个口岸, 三大机场: a number of them is no name. 五家渠 is one. */
const COUNTED = /^.?[两二三四五六七八九十百千数几多]+(?:家(?!渠)|个|座|处|大|类|批|条|余|多)/;

/** Kinds that a verb or an adjective hardly stands before, so that names in parallel before them are believed. */
const PARALLEL_KIND = /^(?:分局|互市点|综合保税区|综保区|片区)/;

export function readGazetteer(text: string): Gazetteer {
  const uses = new Map<string, number>();
  const parallel = new Set<string>();
  for (const m of text.matchAll(candidate)) {
    const stem = m.groups?.["stem"] ?? "";
    if (COMMON.test(stem) || COUNTED.test(stem)) continue;
    uses.set(stem, (uses.get(stem) ?? 0) + 1);
    if (PARALLEL_KIND.test(m.groups?.["kind"] ?? "")) parallel.add(stem);
  }
  const local = [...uses]
    .filter(
      ([stem, n]) => n >= LEAST_USES || (parallel.has(stem) && parallel.size > 1) || isRowHead(text, stem),
    )
    .map(([stem]) => stem);
  return { named: namedBy([...PLACES, ...local]) };
}

/** A name alone in the first cell of a table's row. */
const isRowHead = (text: string, stem: string): boolean => new RegExp(`^\\| *${stem} *\\|`, "m").test(text);

/** An office named but once is known by the office above it. */
const subordinate = /(?<=所属|下属|隶属)[\u4e00-\u9fff]{2,5}?海关/g;

/** The owners that a paragraph names, in order, none inside another. */
export function findEntities(text: string, gazetteer: Gazetteer): Entity[] {
  const all: Entity[] = [];
  const collect = (pattern: RegExp, kind: Entity["kind"]): void => {
    for (const m of text.matchAll(pattern))
      all.push({ start: m.index, end: m.index + m[0].length, name: m[0], kind });
  };
  collect(nation, "nation");
  collect(own, "own");
  collect(world, "world");
  collect(gazetteer.named, "named");
  collect(subordinate, "named");
  // 青岛海关所属黄岛海关: the office that is meant is the second.
  const owner = (e: Entity): boolean => /^(?:所属|下属|辖区)/.test(text.slice(e.end, e.end + 2));
  const kept: Entity[] = [];
  for (const entity of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    // 石滩全县: the county has been named.
    const again =
      /^全/.test(entity.name) && entity.kind === "own" && last?.kind === "named" && last.end === entity.start;
    if ((last === undefined || entity.start >= last.end) && !owner(entity) && !again) kept.push(entity);
  }
  return joined(text, kept);
}

/** 上海、江苏、浙江; 广州、深圳、拱北海关: owners of one figure together. */
function joined(text: string, entities: readonly Entity[]): Entity[] {
  const out: Entity[] = [];
  for (const entity of entities) {
    const last = out.at(-1);
    const gap = last === undefined ? "" : text.slice(last.end, entity.start);
    const list =
      last?.kind === "named" &&
      entity.kind === "named" &&
      /^[、和]$/.test(gap) &&
      text.slice(last.end) !== "";
    if (last !== undefined && list && (gap === "、" || last.name.includes("、"))) {
      out[out.length - 1] = { ...last, end: entity.end, name: text.slice(last.start, entity.end) };
    } else out.push(entity);
  }
  return out;
}

/** Words that stand before a kind as a name does, and are none. */
const COMMON = new RegExp(
  `^(?:${COMMON_WORDS.join("|")})|(?:[全我本该各这那每占]|${COMMON_WORDS.filter((w) => w.length > 1).join("|")})$`,
);

/** An entity in this position is not the owner: 占全国的, 高于全国, 居全球, 与东盟, 对美国, 在全省推广. */
const NOT_OWNER =
  /(?:从|占(?:到|了)?|拉动|带动|贡献了?|惠及|高于|低于|快于|慢于|居|位居|列|排名|排|成为|比|较|与|对|向|发往|销往|通达|联通|抵达|前往|驶往|来自|运至|至|和|自|入选|在)$/;

export const isOwner = (text: string, entity: Entity): boolean => {
  const before = text.slice(Math.max(0, entity.start - 3), entity.start);
  // 在四川自贸试验区 at the start of a sentence opens the scene; 在全省复制推广 does not own.
  if (/在$/.test(before))
    return (
      entity.kind === "named" &&
      /(?:^|[。,，;\n“])在$/.test(text.slice(Math.max(0, entity.start - 2), entity.start))
    );
  // 全球每三台电脑 is the world's; 居全球第一 and 覆盖全球 are not.
  if (entity.kind === "world")
    return /(?:^|[\u0000,，。;:“”、])$/.test(before) && !/^第/.test(text.slice(entity.end, entity.end + 1));
  // 赤石、青湾和石滩三处: a name behind others that no table knows is one of a list.
  if (/[\u4e00-\u9fff]{2}、$/.test(before)) return false;
  return !NOT_OWNER.test(before);
};

/** Names inside a quoted term (“长三角海关…新模式”) own nothing. */
export function quotedTerms(text: string): Span[] {
  return [...text.matchAll(/[“‘《][^“”‘’《》。!?]{1,40}[”’》]/g)].map(
    (m): Span => [m.index, m.index + m[0].length],
  );
}

/** The name that a word such as 全市 stands for, given the names seen before. */
function resolveOwn(word: string, seen: readonly string[]): string {
  const wanted: Readonly<Record<string, RegExp>> = {
    市: /市$/,
    省: /省$/,
    关: /海关$/,
    区: /区$/,
    港: /港$/,
    州: /州$/,
    县: /县$/,
    岸: /口岸$/,
  };
  const pattern = wanted[word === "关区" ? "关" : word === "区内" ? "区" : (word.at(-1) ?? "")];
  const match = pattern === undefined ? undefined : seen.findLast((name) => pattern.test(name));
  // 全省 in an office's report that never says the province's name: the office's.
  const office = seen.find((name) => /海关$/.test(name));
  // 全县 where 石滩 and 石滩海关 were named: the place rather than its office.
  const place = /[市县州]$/.test(word) ? office?.replace(/海关$/, "") : undefined;
  return match ?? (place !== undefined && seen.includes(place) ? place : office) ?? word;
}

/** The name for showing: the nation under its one name. */
export const entityName = (entity: Entity, seen: readonly string[]): string =>
  entity.kind === "nation"
    ? "全国"
    : entity.kind === "world"
      ? "全球"
      : entity.kind === "own"
        ? resolveOwn(entity.name, seen)
        : entity.name;

const ENDS_IN_KIND = new RegExp(`${kinds}$`);

/** Owners whose name is no part of what is measured, so that it is taken off a metric: offices and the nation, not zones. */
export const isDetached = (entity: Entity): boolean =>
  entity.kind === "nation" ||
  entity.kind === "own" ||
  entity.kind === "world" ||
  /海关$/.test(entity.name) ||
  !ENDS_IN_KIND.test(entity.name) ||
  /[省市州县]$/.test(entity.name);
