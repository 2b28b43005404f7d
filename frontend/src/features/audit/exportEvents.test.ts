import { expect, it } from 'vitest';
import { rowsOf } from '../../lib/csv';
import { linesOf } from './exportEvents';

const event = {
  id: 'aud_1',
  at: '2026-11-24T10:00:00Z',
  result: 'REFUSED',
  action: 'user.update',
  target: '=cmd()',
  actor: { displayName: 'Joni', userName: 'joni@fabrikam.example', organizationName: 'Fabrikam', onBehalf: true },
  role: 'USER_ADMINISTRATOR',
  justification: '+Ticket 4711',
  changes: [{ field: 'email', before: null, after: 'a@b.example' }],
} as const;

it('writes a line for spreadsheets, of which no cell runs as a formula', () => {
  const line = linesOf([event], 'csv');
  expect(line).toContain("'=cmd()");
  expect(line).toContain("'+Ticket 4711");
  expect(rowsOf(line)).toEqual([
    [
      '2026-11-24T10:00:00Z',
      'refused',
      'user.update',
      'tried to change the user',
      '=cmd()',
      'Joni',
      'joni@fabrikam.example',
      'Fabrikam',
      'yes',
      'User Administrator',
      '+Ticket 4711',
      'Address: none → a@b.example',
      'aud_1',
    ],
  ]);
});

it('writes a line for programs as the API gives it', () => {
  const lines = linesOf([event, { ...event, id: 'aud_2' }], 'jsonl');
  expect(
    lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([event, { ...event, id: 'aud_2' }]);
});
