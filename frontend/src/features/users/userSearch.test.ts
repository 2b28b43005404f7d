import { expect, it } from 'vitest';
import { isFiltered, sortBy, sortOf, variablesOf } from './userSearch';

it('reads filters and order from the address, and passes over what it does not know', () => {
  expect(
    variablesOf({
      search: 'ad',
      signIn: 'blocked',
      role: 'user_administrator',
      created: 'partner',
      licensed: 'no',
      sort: '-created',
    }),
  ).toEqual({
    search: 'ad',
    filter: { enabled: false, role: 'USER_ADMINISTRATOR', createdByPartner: true, licensed: false },
    orderBy: { field: 'CREATED_AT', direction: 'DESC' },
  });
  expect(variablesOf({ signIn: 'x', role: 'emperor', created: 'y', licensed: 'z', sort: 'z' })).toEqual({
    search: null,
    filter: {},
    orderBy: { field: 'DISPLAY_NAME', direction: 'ASC' },
  });
});

it('turns an order round with a second click, and says nothing of the usual one', () => {
  expect(sortBy('USER_NAME', sortOf(undefined))).toBe('userName');
  expect(sortBy('USER_NAME', sortOf('userName'))).toBe('-userName');
  expect(sortBy('DISPLAY_NAME', sortOf('userName'))).toBeUndefined();
  expect(sortBy('DISPLAY_NAME', sortOf(undefined))).toBe('-name');
});

it('is filtered by anything but the order', () => {
  expect(isFiltered({ sort: 'created' })).toBe(false);
  expect(isFiltered({ created: 'own' })).toBe(true);
});
