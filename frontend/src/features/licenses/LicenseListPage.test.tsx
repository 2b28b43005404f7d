import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import type { MockEnvironment } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { ApiError } from '../../graphql/errors';
import { createEnvironment, renderPage } from '../../testing/render';
import { LicenseListPage } from './LicenseListPage';
import { ProductListPage } from './ProductListPage';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;
const page = (nodes: object[]) => ({
  totalCount: nodes.length,
  edges: nodes.map((node) => ({ cursor: 'c', node })),
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'c', endCursor: 'c' },
});
const person = (name: string) => ({
  __typename: 'User',
  id: `usr_${name.toLowerCase()}`,
  displayName: name,
  userName: `${name.toLowerCase()}@contoso.example`,
});
const license = (name: string, more: object = {}) => ({
  __typename: 'License',
  id: `lic_${name.toLowerCase()}`,
  assignedAt: '2026-09-25T10:00:00Z',
  assignedBy: null,
  user: person(name),
  ...more,
});
const subscription = (more: object = {}) => ({
  __typename: 'Subscription',
  id: 'sub_1',
  kind: 'PURCHASE',
  seats: 25,
  assignedSeats: 2,
  availableSeats: 23,
  startsAt: '2026-05-09T10:00:00Z',
  endsAt: '2099-05-09T10:00:00Z',
  ended: false,
  viewerCanAssign: true,
  product: {
    id: 'prd_1',
    name: 'Business Standard',
    description: 'Mail and documents.',
    pricePerSeatMonth: 1250,
    currency: 'USD',
  },
  licenses: page([license('Adele', { assignedBy: { id: 'ptn_1', name: 'Fabrikam' } }), license('Isaiah')]),
  ...more,
});

/** Answers what waits; the first subscription is the one in the panel. */
function answer(environment: MockEnvironment, subscriptions: object[]) {
  act(() => {
    for (const operation of environment.mock.getAllOperations()) {
      const organization = { __typename: 'Organization', id: 'org_1', subscriptions: page(subscriptions) };
      const data = {
        SubscriptionsPageQuery: { viewer: { organization: { id: 'org_1' } } },
        SubscriptionsPageListQuery: { node: organization, products: [{ id: 'prd_1', name: 'Business Standard' }] },
        SubscriptionPanelQuery: {
          node: subscriptions[0] ?? null,
          viewer: { canReadAuditLog: false, organization: { id: 'org_1' } },
        },
        LicenseHoldersListQuery: { node: subscriptions[0] ?? null },
      }[nameOf(operation)];
      if (data) environment.mock.resolve(operation, { data } as never);
    }
  });
}

async function show(subscriptions: object[], path = '/billing/licenses') {
  const environment = createEnvironment();
  const content = path.startsWith('/billing/products') ? <ProductListPage /> : <LicenseListPage />;
  const shown = await renderPage(content, { path, route: `/frame${path.replace(/\?.*/, '')}`, environment });
  const asked = (name: string) => waitFor(() => environment.mock.findOperation((one) => nameOf(one) === name));
  answer(environment, subscriptions);
  await asked('SubscriptionsPageListQuery');
  answer(environment, subscriptions);
  const opened = async () => {
    await asked('SubscriptionPanelQuery');
    answer(environment, subscriptions);
  };
  /** The panel of the first subscription, once it is there. */
  const panel = async () => {
    await opened();
    return within(await screen.findByLabelText('Business Standard', { selector: '[role=dialog]' }));
  };
  return { ...shown, environment, asked, opened, panel };
}

const resolve = (environment: MockEnvironment, operation: OperationDescriptor, data: object) =>
  act(() => environment.mock.resolve(operation, { data } as never));

it('shows for each subscription how many seats are taken and free, and which has ended', async () => {
  await show([subscription(), subscription({ id: 'sub_2', availableSeats: 0, ended: true })]);
  const [first, second] = (await screen.findAllByRole('link', { name: 'Business Standard' })).map((link) =>
    link.closest('tr'),
  );
  expect(first?.textContent).toContain('2 of 25');
  expect(first?.textContent).toContain('23');
  expect(first?.textContent).not.toContain('Ended');
  expect(second?.textContent).toContain('Ended');
});

it('shows of the products what they cost, and of one how many licenses are left', async () => {
  const { opened } = await show([subscription()], '/billing/products?subscription=sub_1');
  await opened();
  expect((await screen.findByRole('link', { name: 'Business Standard' })).closest('tr')?.textContent).toContain(
    '$12.50 per seat and month',
  );
  await screen.findByText('23 licenses can still be assigned.');
});

it('assigns to several people at once, and keeps those who did not get one with the reason', async () => {
  const { user, environment, asked, panel } = await show([subscription()], '/billing/licenses?subscription=sub_1');
  const inside = await panel();
  expect((await inside.findByText(/by Fabrikam/)).closest('li')?.textContent).toContain('Adele');
  await user.click(inside.getByRole('button', { name: 'Assign licenses' }));
  const people = await asked('PickPeopleQuery');
  expect(people.request.variables).toEqual({ id: 'org_1', own: false, text: null });
  resolve(environment, people, {
    node: { __typename: 'Organization', id: 'org_1', users: page([person('Adele'), person('Alex'), person('Diego')]) },
  });
  const dialog = within(await screen.findByRole('dialog', { name: /^Assign Business Standard/ }));
  expect((await dialog.findByRole('checkbox', { name: /Adele.*already/ })).hasAttribute('disabled')).toBe(true);
  await user.click(dialog.getByRole('checkbox', { name: /Alex/ }));
  await user.click(dialog.getByRole('checkbox', { name: /Diego/ }));
  await user.click(dialog.getByRole('button', { name: 'Assign to 2 people' }));
  const operation = await asked('useAssignLicensesMutation');
  expect(operation.request.variables.input).toEqual({ subscriptionId: 'sub_1', userIds: ['usr_alex', 'usr_diego'] });
  resolve(environment, operation, {
    assignLicenses: {
      results: [
        { id: 'usr_alex', user: null, userErrors: [] },
        { id: 'usr_diego', user: null, userErrors: [{ message: 'All 25 seats are taken.' }] },
      ],
      subscription: { id: 'sub_1', assignedSeats: 25, availableSeats: 0, ended: false },
      userErrors: [],
    },
  });
  await dialog.findByText('Diego did not get one. All 25 seats are taken.');
  expect(dialog.getByText('Chosen: Diego')).toBeTruthy();
  // The list behind it has healed without another question.
  expect(screen.getByRole('link', { name: 'Business Standard' }).closest('tr')?.textContent).toContain('25 of 25');
});

it('takes the licenses of several people after a question', async () => {
  const { user, environment, asked, panel } = await show([subscription()], '/billing/licenses?subscription=sub_1');
  const inside = await panel();
  await user.click(await inside.findByRole('checkbox', { name: 'Select all' }));
  await user.click(inside.getByRole('button', { name: 'Remove 2' }));
  const question = await screen.findByRole('alertdialog');
  expect(question.textContent).toContain('Remove Business Standard from 2 people?');
  await user.click(within(question).getByRole('button', { name: 'Remove' }));
  const operation = await asked('useRemoveLicensesMutation');
  expect(operation.request.variables.input).toEqual({ subscriptionId: 'sub_1', userIds: ['usr_adele', 'usr_isaiah'] });
  resolve(environment, operation, {
    removeLicenses: {
      results: ['usr_adele', 'usr_isaiah'].map((id) => ({ id, user: null, userErrors: [] })),
      subscription: { id: 'sub_1', assignedSeats: 0, availableSeats: 25, ended: false },
      userErrors: [],
    },
  });
  await asked('LicenseHoldersListQuery');
  answer(environment, [subscription({ assignedSeats: 0, availableSeats: 25, licenses: page([]) })]);
  await screen.findByRole('heading', { name: 'Nobody has a license' });
});

it('offers nothing that changes to those who may only read', async () => {
  const { panel } = await show([subscription({ viewerCanAssign: false })], '/billing/licenses?subscription=sub_1');
  const inside = await panel();
  await inside.findByText('Isaiah');
  expect(inside.queryByRole('button', { name: 'Assign licenses' })).toBeNull();
  expect(inside.queryByRole('checkbox')).toBeNull();
});

it('says on behalf whose organization it is, also to those who may not see the subscriptions', async () => {
  const environment = createEnvironment();
  await renderPage(<LicenseListPage />, {
    path: '/partner/customers/org_1/billing/licenses',
    route: '/frame/partner/customers/$organizationId/billing/licenses',
    environment,
  });
  const asked = (name: string) => waitFor(() => environment.mock.findOperation((one) => nameOf(one) === name));
  resolve(environment, await asked('SubscriptionsPageQuery'), {
    viewer: { partner: { id: 'ptn_1', name: 'Fabrikam' } },
    node: {
      __typename: 'Organization',
      id: 'org_1',
      displayName: 'Contoso',
      viewerDelegation: { id: 'dlg_1', viewerRoles: ['DIRECTORY_READER'], expiresAt: '2099-03-03T10:00:00Z' },
    },
  });
  const list = await asked('SubscriptionsPageListQuery');
  act(() => environment.mock.reject(list, new ApiError('FORBIDDEN', 'no')));
  await screen.findByRole('heading', { name: 'You may not see the subscriptions' });
  expect(screen.getByRole('region', { name: 'On behalf of a customer' }).textContent).toContain('Contoso');
  expect(screen.getByRole('heading', { level: 1, name: 'Licenses' })).toBeTruthy();
});

it('narrows the list by what stands in the address, says that nothing fits, and clears it', async () => {
  const { user, environment, asked, router } = await show([], '/billing/licenses?kind=trial&ends=soon');
  await screen.findByText('No subscription fits');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Product' }), 'Business Standard');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Seats' }), 'With free seats');
  expect(router.latestLocation.search).toEqual({ kind: 'trial', ends: 'soon', product: 'prd_1', seats: 'free' });
  const { filter } = (await asked('SubscriptionsPageListQuery')).request.variables;
  expect(filter).toMatchObject({ productId: 'prd_1', kind: 'TRIAL', ended: false, available: true });
  const days = (Date.parse(filter.endsBefore) - Date.now()) / 86_400_000;
  expect(days).toBeGreaterThanOrEqual(30);
  expect(days).toBeLessThan(31.1);
  answer(environment, [subscription({ kind: 'TRIAL' })]);
  await screen.findByRole('link', { name: 'Business Standard' });
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() => expect(router.latestLocation.search).toEqual({}));
});
