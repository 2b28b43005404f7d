import { expect, it } from 'vitest';
import { filterOf, isFiltered, unfiltered } from './auditState';

it('turns days of the person’s zone into moments, the last day included', () => {
  expect(filterOf({ since: '2026-11-01', until: '2026-11-23' })).toEqual({
    since: new Date(2026, 10, 1).toISOString(),
    until: new Date(2026, 10, 24).toISOString(),
  });
});

it('passes on what is chosen, and leaves out what it can’t read', () => {
  expect(filterOf({ result: 'refused', action: 'delegation.delete', delegation: 'dlg_1' })).toEqual({
    result: 'REFUSED',
    action: 'delegation.delete',
    delegationId: 'dlg_1',
  });
  expect(filterOf({ search: 'adele', kind: 'passwords', person: 'usr_1', object: 'usr_2' })).toEqual({
    search: 'adele',
    kind: 'PASSWORDS',
    actorId: 'usr_1',
    targetId: 'usr_2',
  });
  expect(filterOf({ result: 'perhaps', kind: 'weather', since: 'yesterday' })).toEqual({});
});

it('knows whether anything is filtered', () => {
  expect(isFiltered({ result: undefined })).toBe(false);
  expect(isFiltered(unfiltered)).toBe(false);
  expect(isFiltered({ since: '2026-11-01' })).toBe(true);
});
