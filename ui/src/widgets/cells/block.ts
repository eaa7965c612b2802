/** Blocks of cells as spreadsheets copy them: lines of rows, cells apart by tabs. What the cells mean is not known here. */

/** A cell from where it begins to the next tab or line. What is in quotes may hold both. */
const CELL = / *"((?:[^"]|"")*)" *(?=[\t\n]|$)|[^\t\n]*/y;

/** The texts of a block, row by row, without the space around them. Its last line break ends it. */
export function cellsOf(text: string): string[][] {
  const plain = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  const rows: string[][] = [[]];
  for (let at = 0; ; at++) {
    CELL.lastIndex = at;
    const [cell = "", quoted] = CELL.exec(plain) ?? [];
    rows.at(-1)?.push((quoted?.replaceAll('""', '"') ?? cell).trim());
    at += cell.length;
    if (at >= plain.length) return rows;
    if (plain[at] === "\n") rows.push([]);
  }
}

/** Why a block does not fit that is to begin at a row with this name, if it has more rows than there are from there on. */
export function tooManyRows(block: number, from: string, there: number, word: string): string | null {
  if (block <= there) return null;
  const rows = there === 1 ? `there is only 1 ${word}` : `there are only ${there} ${word}s`;
  return `The block has ${block} rows, but from “${from}” down ${rows}.`;
}
