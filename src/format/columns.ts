/** Characters that take two columns in a monospaced font. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Extended_Pictographic}/u;

/** Columns that a text takes in a monospaced font. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, char) => sum + (WIDE.test(char) ? 2 : 1), 0);

/** Rows of two cells, the first column padded to one width. */
export function alignRows(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(0, ...rows.map(([label]) => columnsOf(label)));
  return rows
    .map(([label, value]) => `${label}${" ".repeat(width - columnsOf(label) + 2)}${value}`)
    .join("\n");
}
