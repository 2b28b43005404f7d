import { expect, it } from 'vitest';
import { actionInShort, actionInWords, actionNames } from './actions';

it('tells what was tried with its name, and without', () => {
  expect(`${actionInWords('organization.contact.update', true)} Contoso`).toBe(
    'tried to change the technical contact of Contoso',
  );
  expect(actionInShort('organization.contact.update', true)).toBe('tried to change the technical contact');
  expect(actionInShort('user.password.code', true)).toBe('tried to make a one-time code');
});

it.each(actionNames)('tells %s without a name in a whole sentence', (action) => {
  for (const refused of [true, false]) {
    expect(actionInShort(action, refused)).not.toMatch(/ (of|to|from|for)$/);
  }
});
