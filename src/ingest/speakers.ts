import { hasNameShape } from "./person-names.ts";

export interface Speaker {
  readonly name: string;
  readonly role: string;
}

/** Last words of offices that news names before a person. */
const OFFICE =
  "署长|关长|司长|局长|部长|省长|市长|州长|县长|区长|处长|科长|院长|校长|所长|会长|社长|行长|馆长|站长|队长|组长|厅长|主任|主席|书记|委员|秘书长|理事长|董事长|总裁|总经理|经理|总监|主管|负责人|发言人|代表|大使|教授|研究员|分析师|经济学家|工程师|专家|创始人|首席执行官|关员|科员";
const SAYS =
  "表示|介绍|说|强调|指出|称|认为|透露|坦言|回应|回答|解释|举例|告诉|宣布|补充|谈到|分析|在会上|在发布会上|在接受|对记者";
const SPOKEN = new RegExp(
  `(?<=^|[。！？；，、“”：:,;\\s])((?:(?![。！？；，“”：:,;\\n]).){1,40}?(?:${OFFICE}))(\\p{Script=Han}{2,4}?)(?=${SAYS})`,
  "gmu",
);
/** Words before an office that belong to the sentence, not to the office. */
const BEFORE_OFFICE =
  /^(?:据|对此|对于|日前|近日|会上|当天|随后|同时|其中|此外|由|与|和|在|时任|现任|谈及.*?[，,])+/u;
/** Another person with an office, listed before the one who speaks (副关长甲某、科长乙某); 部长助理 is one office. */
const OTHER_PERSON = new RegExp(
  `^.*(?:${OFFICE})(?!兼|助理|医师|秘书|顾问|级)\\p{Script=Han}{2,3}[、和与及](?=.{2})`,
  "u",
);
/** Offices of nobody in particular. */
const VAGUE = /^(?:该|某|一[位名个]|这|那|其|本|我|相关|有关)/;

/** Persons whose name and office stand before a verb of saying, each once, in their order. Chinese texts only. */
export function findSpeakers(text: string): Speaker[] {
  const found = new Map<string, string>();
  for (const [, office = "", name = ""] of text.matchAll(SPOKEN)) {
    const role = office.replace(BEFORE_OFFICE, "").replace(OTHER_PERSON, "");
    if (hasNameShape(name) && role.length >= 3 && !VAGUE.test(role) && !found.has(name))
      found.set(name, role);
  }
  return [...found].map(([name, role]) => ({ name, role }));
}
