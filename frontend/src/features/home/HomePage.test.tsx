import { screen } from '@testing-library/react';
import type { OperationDescriptor } from 'relay-runtime';
import { createMockEnvironment } from 'relay-test-utils';
import { expect, it } from 'vitest';
import { day } from '../../lib/time';
import { renderPage } from '../../testing/render';
import { HomePage } from './HomePage';

const at = (days: number) => new Date(Date.now() + days * day).toISOString();
const list = (nodes: object[]) => ({ totalCount: nodes.length, edges: nodes.map((node) => ({ node })) });
const partner = { id: 'ptn_1', name: 'Fabrikam', domain: 'fabrikam.example' };
const delegation = (id: string, days: number) => ({
  id,
  expiresAt: at(days),
  roles: ['USER_ADMINISTRATOR'],
  partner: { ...partner, id: `ptn_${id}`, name: `Partner ${id}` },
  customer: { id: `org_${id}`, displayName: `Customer ${id}` },
});
const rights = { canManageOffers: false, canReadDelegatedAdmins: false, canReadAuditLog: false, partner: null };

interface Attention {
  viewer?: object;
  organization?: object;
  delegatedAdmins?: object;
}

async function show(who: Partial<Record<keyof typeof rights, unknown>>, what: Attention = {}) {
  const environment = createMockEnvironment();
  const organization = { id: 'org_1', displayName: 'Contoso' };
  const viewer = { ...rights, ...who, user: { id: 'usr_1', displayName: 'Megan Bowen' }, organization };
  let asked: OperationDescriptor | undefined;
  environment.mock.queueOperationResolver(() => ({ data: { viewer } }));
  environment.mock.queueOperationResolver((operation) => {
    asked = operation;
    const attention = { pendingOffers: [], organization: { ...organization, ...what.organization }, ...what.viewer };
    return { data: { viewer: attention, delegatedAdmins: what.delegatedAdmins ?? list([]) } };
  });
  await renderPage(<HomePage />, { environment });
  await screen.findByRole('heading', { level: 1, name: 'Home' });
  await screen.findAllByRole('heading', { level: 2 });
  return asked?.request.variables;
}
const titles = () => screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);

it('asks only for what the person may know', async () => {
  const variables = await show({});
  expect(variables).toMatchObject({ admins: false, audit: false, partner: false, offers: false });
  expect(titles()).toEqual(['All is well']);
});

it('tells an administrator of an offer, of an end within 30 days, and of refused attempts', async () => {
  const variables = await show(
    { canReadDelegatedAdmins: true, canReadAuditLog: true },
    {
      viewer: {
        pendingOffers: [
          { id: 'ofr_1', partner, requestedRoles: ['LICENSE_ADMINISTRATOR'], createdAt: at(-2), expiresAt: at(28) },
        ],
      },
      organization: {
        auditEvents: {
          totalCount: 3,
          edges: [
            { node: { id: 'aud_1', at: at(-1), actor: { displayName: 'Joni Sherman', organizationName: 'Fabrikam' } } },
          ],
        },
      },
      delegatedAdmins: list([delegation('near', 12), delegation('far', 31)]),
    },
  );
  expect(variables).toMatchObject({ admins: true, audit: true, partner: false, offers: false });
  expect(titles()).toEqual([
    'Fabrikam asks to be a delegated admin',
    'The access of Partner near ends soon',
    '3 attempts were refused in the last 7 days',
  ]);
  expect(screen.getByText(/the link is only there/)).toBeTruthy();
  expect(screen.getByText(/Joni Sherman of Fabrikam/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Show details' }).getAttribute('href')).toBe(
    '/support/delegated-admins?admin=near',
  );
  // In the words of that page, or its filter would show everything.
  expect(screen.getByRole('link', { name: 'Show them' }).getAttribute('href')).toBe('/audit-log?result=refused');
});

it('tells a partner of customers that ask, mails that failed, customers near their end, and offers that wait', async () => {
  const delivery = { status: 'FAILED', attempts: 1, lastError: '550 no such user' };
  await show(
    { partner, canManageOffers: true },
    {
      viewer: {
        customers: list([delegation('near', 3)]),
        inquiries: { totalCount: 2, edges: [{ node: { id: 'inq_1', customerName: 'Northwind', createdAt: at(-1) } }] },
        offers: list([
          { id: 'ofr_1', customerEmail: 'a@contoso.example', expiresAt: at(20), delivery },
          {
            id: 'ofr_2',
            customerEmail: 'b@contoso.example',
            expiresAt: at(5),
            delivery: { status: 'NOT_DELIVERED_YET', attempts: 0, lastError: null },
          },
        ]),
      },
    },
  );
  expect(titles()).toEqual([
    '2 customers ask for an offer',
    'The mail to a@contoso.example was refused',
    'Your access to Customer near ends soon',
    '2 offers wait for an answer',
  ]);
  expect(screen.getByText(/The last one: Northwind/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Show what they ask' }).getAttribute('href')).toBe('/partner/offers');
  expect(screen.getByText(/550 no such user/)).toBeTruthy();
  expect(screen.getByText(/lapses/).textContent).toContain('in 5 days');
});
