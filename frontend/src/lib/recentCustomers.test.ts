import { beforeEach, expect, it } from 'vitest';
import { recentCustomers, visitCustomer } from './recentCustomers';

beforeEach(() => localStorage.clear());

it('keeps the last eight, the latest first, for each person', () => {
  for (let n = 0; n < 10; n++) visitCustomer('usr_1', `org_${n}`);
  visitCustomer('usr_1', 'org_5');
  expect(recentCustomers('usr_1')).toEqual(['org_5', 'org_9', 'org_8', 'org_7', 'org_6', 'org_4', 'org_3', 'org_2']);
  expect(recentCustomers('usr_2')).toEqual([]);
});

it('has none where what is stored is not its own', () => {
  for (const text of ['{', '{"a":1}', '[1,null]']) {
    localStorage.setItem('recent-customers:usr_1', text);
    expect(recentCustomers('usr_1')).toEqual([]);
  }
});
