import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import { type MockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { createEnvironment, renderPage } from '../../testing/render';
import { DeletedUsersPage } from './DeletedUsersPage';

configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;
const deleted = (name: string, more: object = {}) => ({
  __typename: 'User',
  id: `usr_${name.toLowerCase()}`,
  displayName: name,
  userName: `${name.toLowerCase()}@contoso.example`,
  deletedAt: '2026-11-20T10:00:00Z',
  restorableUntil: new Date(Date.now() + 26 * 86_400_000).toISOString(),
  protected: false,
  createdBy: null,
  viewerCanRestore: true,
  ...more,
});

function answer(environment: MockEnvironment, users: object[]) {
  act(() => {
    for (const operation of environment.mock.getAllOperations()) {
      if (!/^DeletedUsers(Page|List)Query$/.test(nameOf(operation))) continue;
      const organization = () => ({ __typename: 'Organization', id: 'org_1' });
      environment.mock.resolve(
        operation,
        MockPayloadGenerator.generate(operation, {
          Organization: organization,
          Node: organization,
          UserConnection: () => ({
            totalCount: users.length,
            edges: users.map((node) => ({ cursor: 'c', node })),
            pageInfo: { hasNextPage: false, endCursor: 'c' },
          }),
        }),
      );
    }
  });
}

async function show(users: object[]) {
  const environment = createEnvironment();
  const page = await renderPage(<DeletedUsersPage />, {
    path: '/users/deleted',
    route: '/frame/users/deleted',
    environment,
  });
  answer(environment, users);
  return page;
}

it('says how users get here when there are none', async () => {
  await show([]);
  await screen.findByRole('heading', { name: 'There are no deleted users' });
  expect(screen.getByText('Who is deleted stands here for 30 days, and can be restored until then.')).toBeTruthy();
});

it('says until when each can be restored', async () => {
  await show([deleted('Adele')]);
  const row = (await screen.findByRole('checkbox', { name: 'Select Adele' })).closest('tr') as HTMLElement;
  expect(row.textContent).toContain('adele@contoso.example');
  expect(row.textContent).toMatch(/\w{3} \d+, \d{4}/);
});

it('restores several after one question, and tells what became of each', async () => {
  const { environment, user } = await show([deleted('Adele'), deleted('Alex')]);
  await user.click(await screen.findByRole('checkbox', { name: 'Select all' }));
  await user.click(screen.getByRole('button', { name: 'Restore' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('Restore 2 users?');
  await user.click(within(dialog).getByRole('button', { name: 'Restore' }));
  const operation = await waitFor(() =>
    environment.mock.findOperation((one) => nameOf(one) === 'useRestoreUsersMutation'),
  );
  expect(operation.request.variables.input).toEqual({ ids: ['usr_adele', 'usr_alex'] });
  const results = ['Adele', 'Alex'].map((name) => ({
    id: `usr_${name.toLowerCase()}`,
    user: deleted(name, { deletedAt: null, restorableUntil: null }),
    userErrors: [],
  }));
  act(() =>
    environment.mock.resolve(
      operation,
      MockPayloadGenerator.generate(operation, { RestoreUsersPayload: () => ({ results, userErrors: [] }) }),
    ),
  );
  await screen.findByText('2 users: Adele, Alex were restored, and are among the active users again.');
  answer(environment, []);
  await screen.findByRole('heading', { name: 'There are no deleted users' });
});

it('offers Restore only where the viewer may', async () => {
  const { user } = await show([deleted('Adele', { viewerCanRestore: false })]);
  await user.click(await screen.findByRole('checkbox', { name: 'Select Adele' }));
  expect(screen.getByRole('button', { name: 'Restore' }).getAttribute('aria-disabled')).toBe('true');
});
