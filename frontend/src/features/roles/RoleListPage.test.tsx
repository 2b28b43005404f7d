import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import { expect, it, vi } from 'vitest';
import { roleNames } from '../../lib/roles';
import { createEnvironment, renderPage } from '../../testing/render';
import { PermissionsPage } from './PermissionsPage';
import { RoleListPage } from './RoleListPage';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;
const permissions = [
  { name: 'users.read', description: 'read users', roles: [...roleNames], delegable: true },
  {
    name: 'users.create',
    description: 'create users',
    roles: ['GLOBAL_ADMINISTRATOR', 'USER_ADMINISTRATOR'],
    delegable: true,
  },
  {
    name: 'offers.accept',
    description: 'accept offers of partners',
    roles: ['GLOBAL_ADMINISTRATOR'],
    delegable: false,
  },
];

async function show(path: string, canReadDelegatedAdmins = true) {
  const environment = createEnvironment();
  const content = path.startsWith('/roles/permissions') ? <PermissionsPage /> : <RoleListPage />;
  const shown = await renderPage(content, { path, route: `/frame${path.replace(/\?.*/, '')}`, environment });
  const people = {
    totalCount: 1,
    edges: [
      {
        cursor: 'c',
        node: {
          __typename: 'User',
          id: 'usr_1',
          displayName: 'Isaiah Langer',
          userName: 'isaiah@contoso.example',
          enabled: true,
        },
      },
    ],
    pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'c', endCursor: 'c' },
  };
  const delegation = (id: string, name: string, roles: string[]) => ({
    node: {
      id,
      roles,
      expiresAt: '2099-05-09T10:00:00Z',
      partner: { id: `ptn_${id}`, name },
      assignments: [
        { id: `asg_${id}`, groupName: 'Admin agents', memberCount: 2, roles },
        { id: `asg_${id}_2`, groupName: 'Helpdesk agents', memberCount: 1, roles: ['DIRECTORY_READER'] },
      ],
    },
  });
  const counts = Object.fromEntries(roleNames.map((role, n) => [role, { totalCount: n }]));
  const answers: Record<string, object> = {
    RoleListPageQuery: { viewer: { canReadDelegatedAdmins, organization: { id: 'org_1', ...counts } } },
    RoleHoldersQuery: { node: { __typename: 'Organization', id: 'org_1', users: people } },
    usePermissionsQuery: { permissions },
    DelegatedHoldersQuery: {
      delegatedAdmins: {
        totalCount: 2,
        edges: [
          delegation('dlg_1', 'Fabrikam', ['USER_ADMINISTRATOR', 'DIRECTORY_READER']),
          delegation('dlg_2', 'Wingtip', ['HELPDESK_ADMINISTRATOR']),
        ],
      },
    },
  };
  const answer = async (name: string) => {
    const operation = await waitFor(() => environment.mock.findOperation((one) => nameOf(one) === name));
    act(() => environment.mock.resolve(operation, { data: answers[name] } as never));
    return operation;
  };
  return { ...shown, answer };
}

it('shows each role in a sentence with how many people hold it, and opens one', async () => {
  const { user, answer, router } = await show('/roles');
  await answer('RoleListPageQuery');
  const row = (await screen.findByRole('link', { name: 'User Administrator' })).closest('tr');
  expect(row?.textContent).toContain('Takes care of people’s accounts.');
  expect(row?.textContent).toContain('2');
  expect(screen.getAllByText('High risk').length).toBe(2);
  await user.click(screen.getByRole('link', { name: 'User Administrator' }));
  await waitFor(() => expect(router.latestLocation.search).toEqual({ role: 'user_administrator' }));
});

it('says in full what a role includes, as the server has it', async () => {
  const { answer } = await show('/roles?role=user_administrator');
  await answer('RoleListPageQuery');
  await answer('usePermissionsQuery');
  const panel = within(await screen.findByLabelText('User Administrator', { selector: '[role=dialog]' }));
  await panel.findByText('Create users');
  expect(panel.queryByText('Accept offers of partners')).toBeNull();
});

it('tells who holds a role and through what', async () => {
  const { answer } = await show('/roles?role=user_administrator&tab=holders');
  await answer('RoleListPageQuery');
  expect((await answer('RoleHoldersQuery')).request.variables).toEqual({ id: 'org_1', role: 'USER_ADMINISTRATOR' });
  await answer('DelegatedHoldersQuery');
  const person = await screen.findByRole('link', { name: 'Isaiah Langer' });
  expect(person.getAttribute('href')).toBe('/users?user=usr_1&tab=roles');
  const admins = within(await screen.findByRole('list', { name: 'Delegated admins' }));
  expect(admins.getAllByRole('listitem').length).toBe(1);
  expect(admins.getByText(/through Admin agents \(2 people\) · until/)).toBeTruthy();
});

it('asks for no delegated admins for those who may not see them', async () => {
  const { answer, environment } = await show('/roles?role=user_administrator&tab=holders', false);
  await answer('RoleListPageQuery');
  await answer('RoleHoldersQuery');
  await screen.findByText(/see which of them hold it/);
  expect(environment.mock.getAllOperations().map(nameOf)).not.toContain('DelegatedHoldersQuery');
});

it('shows the table of who may do what, and of one role what it includes', async () => {
  const { user, answer, router } = await show('/roles/permissions');
  await answer('usePermissionsQuery');
  const row = (name: string) => within(screen.getByText(name).closest('tr') as HTMLElement);
  await screen.findByText('users.create');
  expect(row('users.create').getAllByRole('img', { name: 'Yes' }).length).toBe(2);
  expect(row('offers.accept').getByText('Never delegated')).toBeTruthy();
  await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'user_administrator');
  await waitFor(() => expect(router.latestLocation.search).toEqual({ role: 'user_administrator' }));
  expect(screen.queryByText('offers.accept')).toBeNull();
});
