/** A weight of the face that pictures are set in. */
export type Weight = "regular" | "bold";

/**
 * Widths of the characters U+0020 to U+007E in thousandths of the type size, read from Noto Sans SC (package noto-sans-sc 37):
 * layout needs them where no font is loaded. A test holds them to the font.
 */
const ASCII: Readonly<Record<Weight, readonly number[]>> = {
  regular: [
    224, 323, 474, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555,
    555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 608, 657, 638, 688, 589, 552, 689, 728, 293,
    535, 646, 543, 812, 723, 742, 633, 742, 635, 596, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555,
    559, 606, 563, 618, 510, 620, 554, 325, 564, 607, 275, 275, 552, 284, 926, 610, 606, 620, 620, 388, 468,
    377, 607, 521, 802, 498, 521, 475, 338, 270, 338, 555,
  ],
  bold: [
    227, 370, 574, 590, 590, 963, 740, 325, 378, 378, 507, 590, 325, 370, 325, 387, 590, 590, 590, 590, 590,
    590, 590, 590, 590, 590, 325, 325, 590, 590, 590, 514, 1007, 641, 681, 656, 714, 615, 585, 717, 757, 330,
    568, 686, 578, 853, 749, 770, 667, 770, 682, 624, 625, 748, 619, 915, 627, 580, 613, 378, 387, 378, 590,
    567, 626, 591, 644, 527, 644, 581, 372, 597, 640, 304, 306, 604, 315, 964, 641, 626, 644, 644, 437, 495,
    421, 637, 576, 863, 562, 574, 511, 378, 296, 378, 590,
  ],
};

/** Others that are not as wide as a Chinese character. */
const OTHERS: Readonly<Record<Weight, Readonly<Record<string, number>>>> = {
  regular: { "−": 555, "—": 894, "–": 536, "£": 555, "¥": 555, "€": 555, "°": 370, "²": 411, "³": 411 },
  bold: { "−": 590, "—": 908, "–": 544, "£": 590, "¥": 590, "€": 590, "°": 404, "²": 424, "³": 424 },
};

const WIDEST = 1000;

/** Width of a text in the units of `size`; characters that are in no table count as wide as a Chinese one. */
export function widthOf(text: string, size: number, weight: Weight): number {
  let sum = 0;
  for (const char of text) sum += advanceOf(char, weight);
  return (sum * size) / 1000;
}

function advanceOf(char: string, weight: Weight): number {
  const code = char.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return ASCII[weight][code - 0x20] ?? WIDEST;
  const known = OTHERS[weight][char];
  if (known !== undefined) return known;
  // Accents stand over their letter: é is as wide as e.
  const base = char.normalize("NFD").codePointAt(0) ?? 0;
  return base !== code && base < 0x7f ? (ASCII[weight][base - 0x20] ?? WIDEST) : WIDEST;
}
