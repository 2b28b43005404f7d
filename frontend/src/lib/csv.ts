import Papa from 'papaparse';

/** What makes a spreadsheet take a cell for a formula: some trim it first. */
const formula = /^\s*[=+\-@\t\r]/;
/** The mark in front of such a cell, which is none of its content. */
const guarded = /^'(?=\s*[=+\-@\t\r])/;
/** Tells spreadsheets that the file is UTF-8. */
const byteOrderMark = '\uFEFF';

/** A file as RFC 4180 has it. A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return `${byteOrderMark}${csvLines(rows)}`;
}

/** More lines of such a file. */
export function csvLines(rows: readonly (readonly string[])[]): string {
  const safe = rows.map((cells) => cells.map((cell) => (formula.test(cell) ? `'${cell}` : cell)));
  return `${Papa.unparse(safe, { newline: '\r\n', quotes: false })}\r\n`;
}

/** The cells of a file, without lines that are empty: separated by commas, semicolons or tabs, whichever fits. */
export function rowsOf(text: string): string[][] {
  const { data } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    delimitersToGuess: [',', ';', '\t'],
  });
  return data.map((cells) => cells.map((cell) => cell.replace(guarded, '').trim()));
}

/** The text of a file: UTF-8, or what spreadsheets of old wrote. */
export async function textOf(file: Blob): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
