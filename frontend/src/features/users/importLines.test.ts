import { expect, it } from 'vitest';
import { csvOf, rowsOf } from '../../lib/csv';
import { columnNames, linesOf, mappingOf, template } from './importLines';

const lines = (text: string) => {
  const [head = [], ...rows] = rowsOf(text);
  return linesOf(rows, mappingOf(head));
};

it('finds the columns by their names, however they are written and in whatever order', () => {
  expect(mappingOf(['DISPLAY NAME', 'e-mail', 'Userprincipalname'])).toEqual({
    displayName: 0,
    email: 1,
    userName: 2,
    roles: -1,
    enabled: -1,
  });
  expect(mappingOf(columnNames)).toEqual({ userName: 0, displayName: 1, email: 2, roles: 3, enabled: 4 });
});

it('reads its own template, and what it exports', () => {
  expect(lines(csvOf(template)).map(({ user }) => user)).toEqual([
    {
      userName: 'adele@contoso.example',
      displayName: 'Adele Vance',
      email: 'adele@home.example',
      roles: ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR'],
      enabled: true,
    },
    { userName: 'alex@contoso.example', displayName: 'Alex Wilber', roles: [], enabled: false },
  ]);
});

it('counts lines as spreadsheets do, and says what is wrong in which one', () => {
  const found = lines(
    [
      'user name,display name,roles,enabled',
      'a@x.example,A,,',
      ',B,,',
      'c@x.example,,,',
      'A@X.example,Again,,',
      'd@x.example,D,Emperor,',
      'e@x.example,E,helpdesk administrator;GLOBAL_READER,perhaps',
    ].join('\n'),
  );
  expect(found.map(({ number, fault }) => [number, fault])).toEqual([
    [2, undefined],
    [3, 'There is no user name in this line.'],
    [4, 'There is no display name in this line.'],
    [5, 'The same user name stands in line 2.'],
    [6, 'There is no role “Emperor”.'],
    [7, '“perhaps” says neither yes nor no about whether sign-in is allowed.'],
  ]);
});

it('takes an export back in, guarded cells as they were', () => {
  const [line] = lines(csvOf([columnNames, ['=x@contoso.example', '+49 30', '', 'Global Reader', 'no']]));
  expect(line?.user).toEqual({
    userName: '=x@contoso.example',
    displayName: '+49 30',
    roles: ['GLOBAL_READER'],
    enabled: false,
  });
});

it('reads 10,000 lines in less than a second', () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => [
    `user${n}@x.example`,
    `User ${n}`,
    '',
    'Global Reader',
    'yes',
  ]);
  const text = csvOf([columnNames, ...rows]);
  const begin = performance.now();
  expect(lines(text).filter(({ user }) => user)).toHaveLength(10_000);
  expect(performance.now() - begin).toBeLessThan(1000);
});
