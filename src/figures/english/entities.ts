/** Whose figure it is: names of places, offices, ports and zones. */

/** The whole country, however it is called. */
export const NATION = "China";

const NATION_WORDS =
  /\b(?:China's|Chinese\s+customs|China|the\s+country's|nationwide|national|the\s+nation's|(?:customs\s+)?across\s+the\s+country)\b(?!-)/g;
const WORLD_WORDS =
  /\b(?:global|world)\s+(?:sales|output|trade|market|demand|production|exports|imports|total)\b|\bthe\s+world's\s+(?:total|trade|exports)\b/gi;
const CENTRAL = /\bGeneral\s+Administration\s+of\s+Customs\b(?:\s*\(GACC\))?|\bGACC\b/g;

/** Heads that make the capitalised words before them a name. */
const HEADS =
  "Customs|Port|Ports|port|ports|Airport|Station|Terminal|District|Province|province|City|Municipality|Region|Area|area|Zone|zone|Zones|Co\\.,\\s+Ltd|Company|Corporation|Group|Bay\\s+Area|Free\\s+Trade\\s+Zone|Bonded\\s+Zone|Free\\s+Trade\\s+Port|Port\\s+Area|Corridor|Delta";
const NAME_PART = "(?:[A-Z][A-Za-z'’&.-]*|of(?=\\s+[A-Z])|High-tech)";
const HEADED = new RegExp(
  `\\b[A-Z][A-Za-z&-]*(?:\\s+(?:${NAME_PART}|and(?=\\s+[A-Z][a-z]+\\s+Customs)))*?(?:\\s+(?:Pilot|Comprehensive|Special|Economic|Development|New|International|Capital|Free|Trade|Bonded|High-tech|Import|Export|Processing))*\\s+(?:${HEADS})\\b(?:\\s+of\\s+the\\s+(?:[A-Z][a-z-]+\\s+)+(?:Zone|Area))?`,
  "g",
);

/** Provincial units and large trading cities: names that need no head. */
const PLACES =
  "Beijing|Tianjin|Hebei|Shanxi|Inner Mongolia|Liaoning|Jilin|Heilongjiang|Shanghai|Jiangsu|Zhejiang|Anhui|Fujian|Jiangxi|Shandong|Henan|Hubei|Hunan|Guangdong|Guangxi|Hainan|Chongqing|Sichuan|Guizhou|Yunnan|Tibet|Xizang|Shaanxi|Gansu|Qinghai|Ningxia|Xinjiang|Hong Kong|Macao|Taiwan|Guangzhou|Shenzhen|Dalian|Qingdao|Ningbo|Xiamen|Suzhou|Hangzhou|Nanjing|Wuhan|Chengdu|Xi'an|Zhengzhou|Changsha|Zhuhai|Zhoushan|Harbin|Shenyang|Jinan|Kunming|Nanning|Haikou|Urumqi|Yiwu|Dongguan|Hengqin|Nansha|Qianhai|Huangpu|Gongbei";
const PLACE = new RegExp(`\\b(?:${PLACES})\\b(?!-[A-Z])`, "g");
/** A capitalised word with a possessive, inside a sentence: Longxi's. */
const OWNER = /(?<=[a-z,;]\s)[A-Z][a-z]+(?='s\s)/g;

/** A partner or destination is not whose figure it is: trade with ASEAN, trains to Europe. */
const PARTNER = /\b(?:with|to|toward|towards|into|for|between)\s+(?:the\s+)?$/i;

export interface Entity {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Narrow names win over wide ones in the same clause. */
  readonly wide: boolean;
}

/** The office that a person holds: minister of the General Administration of Customs. */
const OFFICE =
  /\b(?:minister|head|director|director-general|official|officials|member|manager|chief|spokesperson|department|division|director)\b[^,.;]{0,40}\bof\s+(?:the\s+)?$/i;

/** Names in short quotation marks are coinages. */
const isQuoted = (plain: string, start: number, end: number): boolean =>
  /[“"][^“”"]{0,50}$/.test(plain.slice(Math.max(0, start - 50), start)) &&
  /^[^“”"]{0,50}[”"]/.test(plain.slice(end, end + 50)) &&
  !/[“"][^“”"]*[”"][^“”"]*$/.test(plain.slice(Math.max(0, start - 50), start));

const REPORTER = /^\s*(?:said|announced|reported|reports)\b/;

/** The entities named in a prepared text (its own case), in text order. */
export function findEntities(plain: string): Entity[] {
  const found: Entity[] = [];
  const take = (pattern: RegExp, wide: boolean, name?: string): void => {
    for (const m of plain.matchAll(pattern)) {
      const start = m.index;
      const end = start + m[0].length;
      if (found.some((f) => f.start < end && start < f.end)) continue;
      if (
        PARTNER.test(plain.slice(Math.max(0, start - 12), start)) &&
        !/^(?:nationwide|national)$/.test(m[0])
      )
        continue;
      if (isQuoted(plain, start, end) || OFFICE.test(plain.slice(Math.max(0, start - 60), start))) continue;
      if (
        /^-/.test(plain.slice(end)) ||
        /-$/.test(plain.slice(0, start)) ||
        REPORTER.test(plain.slice(end, end + 14))
      )
        continue;
      found.push({ name: name ?? tidy(m[0]), start, end, wide });
    }
  };
  take(CENTRAL, true, "General Administration of Customs");
  take(/\b(?:China(?:'s)?|Chinese|national)\s+[Cc]ustoms\b(?!\s+authorities\s+of)/g, true, NATION);
  take(HEADED, false);
  take(NATION_WORDS, true, NATION);
  take(OWNER, false);
  take(PLACE, false);
  take(WORLD_WORDS, true, "the world");
  return found
    .filter((f) => /^[A-Z]/.test(f.name) || f.name === "the world")
    .filter(
      (f) =>
        !/^(?:The|This|These|In|At|Customs|Under|International|World|Free|Comprehensive|Special)\s/.test(
          `${f.name} `,
        ),
    )
    .sort((a, b) => a.start - b.start);
}

const tidy = (name: string): string =>
  name
    .replace(/\s+/g, " ")
    .replace(/^(?:(?:In|At|For|Of|Under|The|From|Through|By|And|As|On|With|Last|This)\s+)+/, "")
    .trim();
