import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import { type MockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { ApiError } from '../../graphql/errors';
import { createEnvironment, renderPage } from '../../testing/render';
import { ActiveUsersPage } from './ActiveUsersPage';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;

function user(name: string, more: object = {}) {
  return {
    __typename: 'User',
    id: `usr_${name.toLowerCase()}`,
    displayName: name,
    userName: `${name.toLowerCase()}@contoso.example`,
    email: `${name.toLowerCase()}@home.example`,
    enabled: true,
    roles: [],
    createdAt: '2026-05-08T10:00:00Z',
    deletedAt: null,
    restorableUntil: null,
    protected: false,
    createdBy: null,
    viewerCanUpdate: true,
    viewerCanChangeEmail: true,
    viewerCanSetEnabled: true,
    viewerCanDelete: true,
    viewerCanRestore: false,
    viewerCanResetPassword: true,
    viewerCanCreatePasswordCode: false,
    viewerCanAssignRoles: true,
    viewerCanProtect: true,
    ...more,
  };
}

const organization = {
  __typename: 'Organization',
  id: 'org_1',
  displayName: 'Contoso',
  viewerCanCreateUsers: true,
  viewerCanAssignLicenses: true,
  assignableRoles: ['USER_ADMINISTRATOR', 'DIRECTORY_READER'],
  domains: { edges: [{ node: { id: 'dom_1', name: 'contoso.example', verifiedAt: '2024-06-06T00:00:00Z' } }] },
  viewerDelegation: { id: 'dlg_1', viewerRoles: ['USER_ADMINISTRATOR'], expiresAt: '2099-03-03T10:00:00Z' },
};

function answer(environment: MockEnvironment, users: object[], more: object = {}) {
  const total = users.length;
  act(() => {
    for (const operation of environment.mock.getAllOperations()) {
      if (!/^ActiveUsers(Page|List)Query$/.test(nameOf(operation))) continue;
      const whole = () => ({ ...organization, ...more });
      environment.mock.resolve(
        operation,
        MockPayloadGenerator.generate(operation, {
          Organization: whole,
          Node: whole,
          Partner: () => ({ name: 'Fabrikam' }),
          UserConnection: () => ({
            totalCount: total,
            edges: users.map((node) => ({ cursor: 'c', node })),
            pageInfo: { hasNextPage: false, endCursor: 'c' },
          }),
        }),
      );
    }
  });
}

const own = { path: '/users', route: '/frame/users' };
const onBehalf = {
  path: '/partner/customers/org_1/users',
  route: '/frame/partner/customers/$organizationId/users',
};

async function show(users: object[], where: { path: string; route: string } = own, more: object = {}) {
  const environment = createEnvironment();
  const page = await renderPage(<ActiveUsersPage />, { ...where, environment });
  const asked = environment.mock.findOperation((operation) => nameOf(operation) === 'ActiveUsersPageQuery');
  answer(environment, users, more);
  await screen.findByRole('heading', { level: 1, name: 'Active users' });
  return { ...page, asked };
}

async function asked(environment: MockEnvironment, name: string): Promise<OperationDescriptor> {
  return waitFor(() => environment.mock.findOperation((operation) => nameOf(operation) === name));
}

/** Answers a mutation, and gives back what it asked. */
async function settle(environment: MockEnvironment, name: string, data: object) {
  const operation = await asked(environment, name);
  act(() => environment.mock.resolve(operation, { data: data as never }));
  return operation.request.variables.input;
}

async function openPanel(environment: MockEnvironment, person: object, canReadAuditLog = false) {
  const operation = await asked(environment, 'UserPanelQuery');
  act(() =>
    environment.mock.resolve(
      operation,
      MockPayloadGenerator.generate(operation, {
        Node: ({ path }) => (path?.[0] === 'organization' ? organization : person),
        User: () => person,
        Viewer: () => ({ canReadAuditLog }),
        Organization: () => organization,
      }),
    ),
  );
  return operation;
}

it('shows names, roles in short, sign-in, and what is out of the ordinary', async () => {
  await show([
    user('Adele', { roles: ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR', 'DIRECTORY_READER'] }),
    user('Alex', { enabled: false, protected: true, createdBy: { id: 'ptn_1', name: 'Fabrikam' } }),
  ]);
  const row = (await screen.findByRole('link', { name: 'Adele' })).closest('tr') as HTMLElement;
  expect(row.textContent).toContain('adele@contoso.example');
  expect(row.textContent).toContain('User Administrator, License Administrator +1');
  expect(row.textContent).toContain('Allowed');
  const other = screen.getByRole('link', { name: 'Alex' }).closest('tr') as HTMLElement;
  for (const words of ['Blocked', 'Protected', 'Created by Fabrikam']) expect(other.textContent).toContain(words);
  expect(screen.getByText('Showing 2 of 2')).toBeTruthy();
});

it('reads search, filters and order from the address, and writes them there', async () => {
  const {
    asked: query,
    router,
    user: person,
  } = await show([user('Adele')], {
    ...own,
    path: '/users?search=ad&signIn=allowed&role=global_reader&sort=-created',
  });
  expect(query.request.variables).toEqual({
    id: '',
    own: true,
    search: 'ad',
    filter: { enabled: true, role: 'GLOBAL_READER' },
    orderBy: { field: 'CREATED_AT', direction: 'DESC' },
  });
  await person.click(await screen.findByRole('button', { name: 'Created' }));
  await waitFor(() => expect(router.latestLocation.search).toMatchObject({ sort: 'created', signIn: 'allowed' }));
  await person.selectOptions(screen.getByRole('combobox', { name: 'Created by' }), 'partner');
  await waitFor(() => expect(router.latestLocation.search).toMatchObject({ created: 'partner' }));
});

it('offers to create users only to who may', async () => {
  await show([user('Adele')], own, { viewerCanCreateUsers: false });
  await screen.findByRole('link', { name: 'Adele' });
  expect(screen.queryByRole('link', { name: 'Add a user' })).toBeNull();
  expect(screen.getByRole('button', { name: 'Export users' })).toBeTruthy();
});

it('asks once, names all, and tells for each what became of it', async () => {
  const { environment, user: person } = await show([user('Adele'), user('Alex', { viewerCanDelete: false })]);
  await person.click(await screen.findByRole('checkbox', { name: 'Select all' }));
  await person.click(await screen.findByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('Delete 2 users?');
  expect(
    within(dialog)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Adele', 'Alex']);
  expect(dialog.textContent).toContain('For 30 days you can restore them under Deleted users.');
  await person.click(within(dialog).getByRole('button', { name: 'Delete' }));
  const input = await settle(environment, 'useDeleteUsersMutation', {
    deleteUsers: {
      results: [
        { id: 'usr_adele', user: user('Adele', { deletedAt: '2026-11-24T09:00:00Z' }), userErrors: [] },
        { id: 'usr_alex', user: user('Alex'), userErrors: [{ message: 'Alex may do more than you.' }] },
      ],
      userErrors: [],
    },
  });
  expect(input).toEqual({ ids: ['usr_adele', 'usr_alex'] });
  await screen.findByText('1 of 2 users was not deleted');
  const results = screen.getByRole('alertdialog');
  expect(results.textContent).toContain('Adele: deleted.');
  expect(results.textContent).toContain('Alex: Alex may do more than you.');
  // The list has healed without another question.
  expect(screen.queryByRole('link', { name: 'Adele' })).toBeNull();
  await person.click(within(results).getByRole('button', { name: 'Close' }));
  await screen.findByText('Adele was deleted. For 30 days you can restore them under Deleted users.');
});

it('asks in hundreds, one request after the other', async () => {
  const many = Array.from({ length: 105 }, (_, n) => user(`User${n}`));
  const { environment, user: person } = await show(many);
  await person.click(await screen.findByRole('checkbox', { name: 'Select all' }));
  await person.click(await screen.findByRole('button', { name: 'Disable' }));
  await person.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Disable' }));
  const done = (from: number, to: number) => ({
    setUsersEnabled: {
      results: many.slice(from, to).map((one) => ({ id: one.id, user: { ...one, enabled: false }, userErrors: [] })),
      userErrors: [],
    },
  });
  const first = await settle(environment, 'useSetUsersEnabledMutation', done(0, 100));
  expect(first.ids).toHaveLength(100);
  expect(first.enabled).toBe(false);
  const second = await settle(environment, 'useSetUsersEnabledMutation', done(100, 105));
  expect(second.ids).toHaveLength(5);
  await screen.findByText('105 users were disabled, and signed out everywhere.');
});

it('says before a reset that a link goes to the user, and that nobody sees the password', async () => {
  const { environment, user: person } = await show([user('Adele')]);
  await person.click(await screen.findByRole('checkbox', { name: 'Select Adele' }));
  await person.click(await screen.findByRole('button', { name: 'Reset password' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('A link to choose a new password goes to adele@home.example.');
  expect(dialog.textContent).toContain('You never see the password.');
  expect(dialog.textContent).toContain('signed out everywhere at once');
  await person.click(within(dialog).getByRole('button', { name: 'Reset' }));
  await settle(environment, 'useResetPasswordsMutation', {
    resetPasswords: { results: [{ id: 'usr_adele', user: user('Adele'), userErrors: [] }], userErrors: [] },
  });
  await screen.findByText('The password of Adele was reset. A link to choose a new one is on its way to them.');
});

it('assigns a role to several, and first wants to know which', async () => {
  const { environment, user: person } = await show([user('Adele'), user('Alex')]);
  await person.click(await screen.findByRole('checkbox', { name: 'Select all' }));
  await person.click(await screen.findByRole('button', { name: 'Manage roles' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(within(dialog).queryByRole('checkbox', { name: 'Global Administrator' })).toBeNull(); // not assignable
  await person.click(within(dialog).getByRole('button', { name: 'Assign' }));
  await screen.findByText('Choose at least one role.');
  await person.click(within(dialog).getByRole('checkbox', { name: 'User Administrator' }));
  await person.click(within(dialog).getByRole('button', { name: 'Assign' }));
  const results = ['Adele', 'Alex'].map((name) => {
    const one = user(name, { roles: ['USER_ADMINISTRATOR'] });
    return { id: one.id, user: one, userErrors: [] };
  });
  const input = await settle(environment, 'useAssignRolesMutation', { assignRoles: { results, userErrors: [] } });
  expect(input).toEqual({ userIds: ['usr_adele', 'usr_alex'], roles: ['USER_ADMINISTRATOR'] });
  await screen.findByText('Assigned to 2 users: Adele, Alex: User Administrator.');
  expect(screen.getByRole('link', { name: 'Adele' }).closest('tr')?.textContent).toContain('User Administrator');
});

it('opens the details from the address, and Escape closes them and clears it', async () => {
  const {
    environment,
    router,
    user: person,
  } = await show([user('Adele')], {
    ...own,
    path: '/users?search=ad&user=usr_adele',
  });
  const query = await openPanel(environment, user('Adele'));
  expect(query.request.variables).toEqual({ id: 'usr_adele', organizationId: 'org_1' });
  const panel = await screen.findByLabelText('Adele', { selector: '[role=dialog]' });
  expect(panel.textContent).toContain('adele@home.example');
  await person.keyboard('{Escape}');
  await waitFor(() => expect(router.latestLocation.search).toEqual({ search: 'ad' }));
});

it('offers in the details only what the viewer may do', async () => {
  const { environment } = await show([user('Adele')], { ...own, path: '/users?user=usr_adele' });
  await openPanel(
    environment,
    user('Adele', {
      viewerCanUpdate: false,
      viewerCanSetEnabled: false,
      viewerCanDelete: false,
      viewerCanResetPassword: false,
      viewerCanProtect: false,
    }),
  );
  const panel = await screen.findByLabelText('Adele', { selector: '[role=dialog]' });
  await within(panel).findByText(/You may read this account, not change it/);
  expect(
    within(panel)
      .getAllByRole('button')
      .map((button) => button.getAttribute('aria-label') ?? button.textContent),
  ).toEqual(['Close']);
  expect(within(panel).queryByRole('switch')).toBeNull();
});

it('shows what was done to a user, and what they did, to those who may read the audit log', async () => {
  const { environment, user: person } = await show([user('Adele')], { ...own, path: '/users?user=usr_adele' });
  await openPanel(environment, user('Adele'), true);
  await person.click(await screen.findByRole('tab', { name: 'Activity' }));
  for (const [filter, action, seen] of [
    [{ targetId: 'usr_adele' }, 'user.update', 'changed the user'],
    [{ actorId: 'usr_adele' }, 'domain.add', 'added the domain'],
  ] as const) {
    const operation = await asked(environment, 'ObjectActivityQuery');
    expect(operation.request.variables).toEqual({ filter });
    act(() =>
      environment.mock.resolve(
        operation,
        MockPayloadGenerator.generate(operation, {
          Organization: () => ({ id: 'org_1' }),
          AuditEvent: () => ({ at: '2026-05-08T10:00:00Z', action, result: 'DONE', role: null, changes: [] }),
        }),
      ),
    );
    await screen.findByText(new RegExp(seen));
    await person.selectOptions(screen.getByRole('combobox', { name: 'Which events' }), 'What this user did');
  }
});

it('changes roles by checkbox: what was added is assigned, what was taken away removed', async () => {
  const { environment, user: person } = await show([user('Adele')], {
    ...own,
    path: '/users?user=usr_adele&tab=roles',
  });
  const held = user('Adele', { roles: ['DIRECTORY_READER'] });
  await openPanel(environment, held);
  const panel = await screen.findByLabelText('Adele', { selector: '[role=dialog]' });
  expect(within(panel).getByText(/create, edit, disable and delete users/)).toBeTruthy();
  await person.click(within(panel).getByRole('checkbox', { name: 'User Administrator' }));
  await person.click(within(panel).getByRole('checkbox', { name: 'Directory Reader' }));
  await person.click(within(panel).getByRole('button', { name: 'Save' }));
  const result = (roles: string[]) => [{ id: held.id, user: { ...held, roles }, userErrors: [] }];
  const assigned = await settle(environment, 'useAssignRolesMutation', {
    assignRoles: { results: result(['USER_ADMINISTRATOR', 'DIRECTORY_READER']), userErrors: [] },
  });
  expect(assigned).toEqual({ userIds: ['usr_adele'], roles: ['USER_ADMINISTRATOR'] });
  const removed = await settle(environment, 'useRemoveRolesMutation', {
    removeRoles: { results: result(['USER_ADMINISTRATOR']), userErrors: [] },
  });
  expect(removed).toEqual({ userIds: ['usr_adele'], roles: ['DIRECTORY_READER'] });
  await screen.findByText('The roles of Adele were changed.');
});

it('says beside the field what is wrong with a change, and leaves the address to own admins', async () => {
  const { environment, user: person } = await show([user('Adele')], { ...own, path: '/users?user=usr_adele' });
  await openPanel(environment, user('Adele', { viewerCanChangeEmail: false }));
  const panel = await screen.findByLabelText('Adele', { selector: '[role=dialog]' });
  await person.click(await within(panel).findByRole('button', { name: 'Edit' }));
  expect((within(panel).getByRole('textbox', { name: 'Address' }) as HTMLInputElement).disabled).toBe(true);
  const name = within(panel).getByRole('textbox', { name: 'User name' });
  await person.clear(name);
  await person.type(name, 'taken');
  await person.click(within(panel).getByRole('button', { name: 'Save' }));
  const input = await settle(environment, 'useUpdateUserMutation', {
    updateUser: {
      user: null,
      userErrors: [{ code: 'CONFLICT', message: 'Somebody else has this user name.', field: ['input', 'userName'] }],
    },
  });
  expect(input).toEqual({ id: 'usr_adele', displayName: 'Adele', userName: 'taken@contoso.example' });
  await within(panel).findByText('Somebody else has this user name.');
});

it('shows a one-time code this once, and says what it opens', async () => {
  const { environment, user: person } = await show([user('Adele')], { ...own, path: '/users?user=usr_adele' });
  await openPanel(
    environment,
    user('Adele', { email: null, viewerCanResetPassword: false, viewerCanCreatePasswordCode: true }),
  );
  const open = () => screen.findByRole('button', { name: 'Make a one-time code' });
  await person.click(await open());
  await person.click(await screen.findByRole('button', { name: 'Make the code' }));
  await settle(environment, 'useCreatePasswordCodeMutation', {
    createPasswordCode: { code: '7K3M-9QXR-2VTB-H5ZD', expiresAt: '2099-03-03T10:00:00Z', userErrors: [] },
  });
  const dialog = (await screen.findByText('7K3M-9QXR-2VTB-H5ZD')).closest('[role=alertdialog]') as HTMLElement;
  expect(dialog.textContent).toContain('opens nothing but “Choose a new password”');
  expect(dialog.textContent).toContain('March 3, 2099');
  await person.click(within(dialog).getByRole('button', { name: 'Done' }));
  await person.click(await open());
  await screen.findByRole('button', { name: 'Make the code' });
  await waitFor(() => expect(screen.queryByText('7K3M-9QXR-2VTB-H5ZD')).toBeNull());
});

it('exports all pages, one after the other', async () => {
  const saved: Blob[] = [];
  URL.createObjectURL = (blob) => {
    saved.push(blob as Blob);
    return 'blob:x';
  };
  URL.revokeObjectURL = () => undefined;
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const { environment, user: person } = await show([user('Adele')]);
  await person.click(await screen.findByRole('button', { name: 'Export users' }));
  await person.click(await screen.findByRole('button', { name: 'Export' }));
  for (const [name, endCursor] of [
    ['=Adele', 'one'],
    ['Alex', null],
  ] as const) {
    const operation = await asked(environment, 'exportUsersQuery');
    const users = {
      edges: [{ node: { ...user('x'), id: `usr_${name}`, displayName: name } }],
      pageInfo: { hasNextPage: endCursor !== null, endCursor },
    };
    act(() =>
      environment.mock.resolve(operation, {
        data: { node: { __typename: 'Organization', id: 'org_1', users } } as never,
      }),
    );
  }
  await screen.findByText('The file is saved');
  const text = await saved[0]?.text();
  expect(text?.split('\r\n').slice(1, 3)).toEqual([
    "x@contoso.example,'=Adele,x@home.example,,yes,2026-05-08T10:00:00Z,",
    'x@contoso.example,Alex,x@home.example,,yes,2026-05-08T10:00:00Z,',
  ]);
});

it('says calmly that the users are not for everybody', async () => {
  const environment = createEnvironment();
  await renderPage(<ActiveUsersPage />, { ...own, environment });
  act(() => environment.mock.rejectMostRecentOperation(new ApiError('FORBIDDEN', 'no')));
  await screen.findByText('You may not see the users');
});

it('says on behalf whose users these are, in the band, the breadcrumb and the title', async () => {
  const { asked: query } = await show([user('Adele')], onBehalf);
  expect(query.request.variables).toMatchObject({ id: 'org_1', own: false });
  const band = screen.getByRole('region', { name: 'On behalf of a customer' });
  expect(band.textContent).toContain('You are administering Contoso as Fabrikam · User Administrator');
  expect(document.title).toContain('Contoso');
  expect(screen.getByRole('link', { name: 'Contoso' }).getAttribute('href')).toBe('/partner/customers/org_1');
  expect(screen.getByRole('link', { name: 'Add a user' }).getAttribute('href')).toBe(
    '/partner/customers/org_1/users/new',
  );
});

it('loses on behalf what it shows, and what the store knows, as soon as the access ends', async () => {
  const { environment } = await show([user('Adele')], onBehalf);
  const known = () => JSON.stringify(environment.getStore().getSource().toJSON());
  expect(known()).toContain('adele@contoso.example');
  const live = await asked(environment, 'useDelegationChangesSubscription');
  act(() =>
    environment.mock.nextValue(live, {
      data: { delegatedAdminsChanged: { kind: 'ENDED', delegationId: 'dlg_1', delegation: null } },
    }),
  );
  expect(document.body.textContent).not.toContain('Adele');
  expect(known()).not.toContain('adele@contoso.example');
  const again = await asked(environment, 'ActiveUsersPageQuery');
  act(() => environment.mock.resolve(again, { data: { viewer: null, node: null } as never }));
  await screen.findByRole('heading', { name: 'Your access to this customer has ended.' });
});
