export interface Era {
  readonly pattern: string;
  readonly from: string;
  readonly to: string | null;
}

const QUOTE = `[“"'‘「『]?`;
const CLOSE = `[”"'’」』]?`;
const plan = (name: string, from: string, to: string): Era => ({
  pattern: `${QUOTE}${name}${CLOSE}`,
  from,
  to,
});

/**
 * Named times. Five-year plans by their years; party congresses and reforms, which only open a time (…以来), by the month
 * in which they took place.
 */
export const ERAS: readonly Era[] = [
  plan("十一五", "2006", "2010"),
  plan("十二五", "2011", "2015"),
  plan("十三五", "2016", "2020"),
  plan("十四五", "2021", "2025"),
  plan("十五五", "2026", "2030"),
  { pattern: "(?:党的)?十八大", from: "2012-11", to: null },
  { pattern: "(?:党的)?十九大", from: "2017-10", to: null },
  { pattern: "(?:党的)?二十大", from: "2022-10", to: null },
  { pattern: "改革开放", from: "1978-12", to: null },
  { pattern: "(?:新中国|中华人民共和国)成立", from: "1949-10", to: null },
  { pattern: "(?:加入世贸组织|加入世界贸易组织|入世)", from: "2001-12", to: null },
  { pattern: `(?:共建${QUOTE}一带一路${CLOSE}(?:倡议)?(?:提出)?)`, from: "2013", to: null },
];
