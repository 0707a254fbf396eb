import type { Span } from "../figure.ts";
import { NATION, OWN_PLACE, OWNER_KINDS, PLACES } from "./tables/places.ts";

/** A name to which figures can belong. */
export interface Entity {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly kind: "nation" | "own" | "named" | "world";
}

const sorted = (list: readonly string[]): string => [...list].sort((a, b) => b.length - a.length).join("|");
/** 市场, 省级, 港口: the short kinds begin other words. */
const kinds = `(?:${sorted(OWNER_KINDS)})(?!场|民|值|级|份|去|时|域|企业|币)`;
const places = sorted(PLACES);

const nation = new RegExp(`(?:${sorted(NATION)})(?!${"家"})`, "g");
const own = new RegExp(sorted(OWN_PLACE), "g");
const world = /全球|世界(?!海关|贸易|银行|级|各|最)/g;
/** A known place with any number of kinds behind it: 山东自贸试验区青岛片区, 成都高新综合保税区, 海口海关. */
const named = new RegExp(
  `(?:${places})(?:省|市|地区)?(?:(?:${places}|[\\u4e00-\\u9fff]{0,3}?)(?:${kinds}))*(?:[(]?(?:${places})[)]?(?:${kinds}))?`,
  "g",
);
/** A place nobody knows, after a boundary, told by its kind: 澄州海关, 塔林图公路口岸, 平陵综合保税区. */
const unknown = new RegExp(
  `(?<=^|[\\u0000\\s,，。;:、“”‘’"()!?在由据从对经向的是为和与及]|使|支持|助力)(?<name>[\\u4e00-\\u9fff]{2,4}?(?:公路|铁路|航空)?(?:${kinds}))(?:${kinds})*`,
  "g",
);
/** Common words that end like an owner and are none. */
const COMMON =
  /^(?:各|该|本|其|这|那|多|两|全|一|某|所有|开放|重要|枢纽|海运|航空|公路|铁路|进境|出境|进口|出口|国际|国境|沿海|内陆|支线|主管|隶属|直属|当地|助力|步入|得益于|完善|支持|推动|走进|进入|优化|加强|促进|服务|保障|设立|围绕|毗连|打造|也|有|还|同步|实现|建设|开展|辐射|依托|凭借|针对|关于|根据|按照|途经|通过|覆盖|包括|例如|像|如|即|作为|率先|目前|首先|其次|离|距|往|赶|坐|绕|停|跑|把|将|被|让|给|对|请|我们|他们|它|以|因|但|而|并|且|这座|那座|一座|两座|每|我|你|他|她|去|到达|抵达|位于|成为|形成|连接|联通|相关|有关|主要|周边|各地|跨关区|大|不少|其他|部分|通商|贸易|环澳|首入境|扩大|新增|对外|世界|非洲|中东欧|中亚|金砖国家|伙伴|联合|数字|智慧|今天|请来|记者|众多|前往|来自|在|从|到|经|与|和|由|物流|港口|城|菜|超|股|楼|都)/;

/** The owners that a paragraph names, in order, none inside another. */
export function findEntities(text: string): Entity[] {
  const all: Entity[] = [];
  const add = (m: RegExpMatchArray, kind: Entity["kind"], name = m[0]): void => {
    all.push({ start: m.index ?? 0, end: (m.index ?? 0) + name.length, name, kind });
  };
  for (const m of text.matchAll(nation)) add(m, "nation");
  for (const m of text.matchAll(own)) add(m, "own");
  for (const m of text.matchAll(world)) add(m, "world");
  for (const m of text.matchAll(named)) add(m, "named");
  for (const m of text.matchAll(unknown)) if (!COMMON.test(m[0])) add(m, "named");
  const kept: Entity[] = [];
  for (const entity of all.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || entity.start >= last.end) kept.push(entity);
    else if (entity.end > last.end)
      kept[kept.length - 1] = { ...entity, start: last.start, name: text.slice(last.start, entity.end) };
  }
  return kept;
}

/** An entity in this position is not the owner: 占全国的, 高于全国, 居全球, 与东盟, 对美国, 在全省推广. */
const NOT_OWNER =
  /(?:占(?:到|了)?|高于|低于|快于|慢于|居|位居|列|排名|排|成为|比|较|与|对|向|发往|销往|通达|联通|抵达|前往|驶往|来自|运至|至|和|自|入选|在)$/;

export const isOwner = (text: string, entity: Entity): boolean => {
  const before = text.slice(Math.max(0, entity.start - 3), entity.start);
  // 在四川自贸试验区 at the start of a sentence opens the scene; 在全省复制推广 does not own.
  if (/在$/.test(before))
    return (
      entity.kind === "named" &&
      /(?:^|[。,，;\n“])在$/.test(text.slice(Math.max(0, entity.start - 2), entity.start))
    );
  return !NOT_OWNER.test(before) && entity.kind !== "world";
};

/** The name that a word such as 全市 stands for, given the names seen before. */
export function resolveOwn(word: string, seen: readonly string[]): string {
  const wanted: Readonly<Record<string, RegExp>> = {
    市: /市$/,
    省: /省$/,
    关: /海关$/,
    区: /区$/,
    港: /港$/,
    州: /州$/,
    县: /县$/,
  };
  const pattern = wanted[word === "关区" ? "关" : word === "区内" ? "区" : (word.at(-1) ?? "")];
  const match = pattern === undefined ? undefined : seen.findLast((name) => pattern.test(name));
  return match ?? word;
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

/** Owners whose name is no part of what is measured, so that it is taken off a metric: offices and the nation, not zones. */
export const isDetached = (entity: Entity): boolean =>
  entity.kind === "nation" ||
  entity.kind === "own" ||
  entity.kind === "world" ||
  /海关$/.test(entity.name) ||
  !new RegExp(`(?:${kinds})$`).test(entity.name) ||
  /[省市州县]$/.test(entity.name);

export const spanOf = (entity: Entity): Span => [entity.start, entity.end];
