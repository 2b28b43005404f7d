import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import { createMockEnvironment, type MockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { renderPage } from '../../testing/render';
import { DelegationPanel } from './DelegationPanel';
import './LeftBehind'; // what the panel fetches only when it is needed is there when the tests begin

configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const named = (environment: MockEnvironment, name: string) =>
  environment.mock.getAllOperations().find((operation) => operation.request.node.params.name === name);

const none = { totalCount: 0, edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
const list = (nodes: object[], more: object[] = []) => ({
  totalCount: nodes.length,
  edges: nodes.map((node, i) => ({ cursor: `${i}`, node, ...more[i] })),
  pageInfo: { hasNextPage: false, endCursor: null },
});
const person = (id: string, displayName: string) => ({
  __typename: 'User',
  id,
  displayName,
  userName: `${id}@contoso.example`,
  enabled: true,
  createdAt: '2026-11-01T10:00:00Z',
  viewerCanResetPassword: true,
});

async function show(behind: object) {
  const environment = createMockEnvironment();
  const page = await renderPage(
    <DelegationPanel id="dlg_1" tab="behind" onTab={() => undefined} onClose={() => undefined} />,
    { path: '/support/delegated-admins', route: '/frame/support/delegated-admins', environment },
  );
  const operation = await waitFor(() => {
    const found = named(environment, 'DelegationPanelQuery');
    if (!found) throw new Error('nothing is asked');
    return found;
  });
  const delegation = () => ({
    __typename: 'Delegation',
    id: 'dlg_1',
    status: 'TERMINATED',
    partner: { id: 'ptn_1', name: 'Fabrikam', domain: 'fabrikam.example' },
    usersLeftBehind: none,
    rolesLeftBehind: none,
    passwordsLeftBehind: none,
    domainsLeftBehind: none,
    licensesLeftBehind: none,
    ...behind,
  });
  act(() =>
    environment.mock.resolve(
      operation,
      MockPayloadGenerator.generate(operation, { Node: delegation, Delegation: delegation }),
    ),
  );
  return { ...page, environment };
}

const answer = (environment: MockEnvironment, name: string, data: object) => {
  const operation = named(environment, name);
  if (!operation) throw new Error(`${name} was not asked`);
  act(() => environment.mock.resolve(operation, { data }));
  return operation.request.variables.input;
};

it('lists what is left behind by kind, and says so where nothing is', async () => {
  await show({ usersLeftBehind: list([person('ann', 'Ann'), person('bob', 'Bob')]) });
  const users = await screen.findByRole('list', { name: 'Users they created (2)' });
  expect(within(users).getByText('Ann')).toBeTruthy();
  expect(screen.queryByText(/Domains they added/)).toBeNull();
});

it('keeps from who may not know that anything is there', async () => {
  await show({ usersLeftBehind: null });
  await screen.findByRole('heading', { name: 'You may not see what is left behind' });
});

it('disables one after a question, and all at once', async () => {
  const { environment, user } = await show({ usersLeftBehind: list([person('ann', 'Ann'), person('bob', 'Bob')]) });
  await user.click(await screen.findByRole('button', { name: 'Disable Ann' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Disable' }));
  const results = (ids: string[]) => ({
    setUsersEnabled: {
      results: ids.map((id) => ({ id, user: { id, enabled: false }, userErrors: [] })),
      userErrors: [],
    },
  });
  expect(answer(environment, 'useDisableLeftUsersMutation', results(['ann']))).toEqual({
    ids: ['ann'],
    enabled: false,
  });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Disable Ann' })).toBeNull());
  await user.click(screen.getByRole('button', { name: 'Disable all' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Disable' }));
  expect(answer(environment, 'useDisableLeftUsersMutation', results(['bob']))).toEqual({
    ids: ['bob'],
    enabled: false,
  });
});

it('removes licenses of one subscription together, and tells of each what became of it', async () => {
  const license = (id: string, who: string, subscription: string) => ({
    __typename: 'License',
    id,
    assignedAt: '2026-11-01T10:00:00Z',
    product: { id: 'prd_1', name: 'Office Suite' },
    subscription: { id: subscription },
    user: { id: who.toLowerCase(), displayName: who },
  });
  const { environment, user } = await show({
    licensesLeftBehind: list([
      license('lic_1', 'Ann', 'sub_1'),
      license('lic_2', 'Bob', 'sub_2'),
      license('lic_3', 'Cleo', 'sub_1'),
    ]),
  });
  await user.click(await screen.findByRole('button', { name: 'Remove all' }));
  await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Remove' }));
  expect(
    answer(environment, 'useRemoveLeftLicensesMutation', {
      removeLicenses: {
        results: [
          { id: 'ann', userErrors: [] },
          { id: 'cleo', userErrors: [{ message: 'Not now.' }] },
        ],
        userErrors: [],
      },
    }),
  ).toEqual({ subscriptionId: 'sub_1', userIds: ['ann', 'cleo'] });
  await waitFor(() => expect(named(environment, 'useRemoveLeftLicensesMutation')).toBeTruthy());
  answer(environment, 'useRemoveLeftLicensesMutation', {
    removeLicenses: { results: [{ id: 'bob', userErrors: [] }], userErrors: [] },
  });
  await screen.findByText('1 of 3 licenses was not removed');
  expect(screen.getByRole('alertdialog').textContent).toContain('Cleo: Not now.');
});
