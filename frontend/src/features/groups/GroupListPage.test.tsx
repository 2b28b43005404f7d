import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import type { MockEnvironment } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { createEnvironment, renderPage } from '../../testing/render';
import { GroupListPage } from './GroupListPage';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;
const page = (nodes: object[]) => ({
  totalCount: nodes.length,
  edges: nodes.map((node) => ({ cursor: 'c', addedAt: '2026-11-20T10:00:00Z', node })),
  pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'c', endCursor: 'c' },
});
const person = (name: string) => ({
  __typename: 'User',
  id: `usr_${name.toLowerCase()}`,
  displayName: name,
  userName: `${name.toLowerCase()}@fabrikam.example`,
});
const group = (name: string, more: object = {}) => ({
  __typename: 'Group',
  id: `grp_${name.toLowerCase()}`,
  name,
  description: 'Help people who can’t sign in.',
  defaultRoles: ['HELPDESK_ADMINISTRATOR'],
  viewerCanManage: true,
  createdAt: '2026-05-08T10:00:00Z',
  members: page([person('Joni'), person('Lidia')]),
  assignments: page([]),
  ...more,
});
const assignment = {
  __typename: 'AccessAssignment',
  id: 'asg_1',
  roles: ['USER_ADMINISTRATOR'],
  delegation: {
    id: 'dlg_1',
    roles: ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR'],
    expiresAt: '2099-03-03T10:00:00Z',
    viewerRoles: ['USER_ADMINISTRATOR'],
    viewerCanAssign: true,
    customer: { id: 'org_contoso', displayName: 'Contoso' },
  },
};

/** Answers what waits, with these groups; the first is the one in the panel. */
function answer(environment: MockEnvironment, groups: object[], viewer: object = {}) {
  act(() => {
    for (const operation of environment.mock.getAllOperations()) {
      if (!/^Group\w*Query$/.test(nameOf(operation))) continue;
      const data = {
        viewer: { canReadGroups: true, canManageGroups: true, groups: page(groups), ...viewer },
        node: groups[0] ?? null,
      };
      environment.mock.resolve(operation, { data } as never);
    }
  });
}

async function show(groups: object[], path = '/groups', viewer: object = {}) {
  const environment = createEnvironment();
  const shown = await renderPage(<GroupListPage />, { path, route: '/frame/groups', environment });
  answer(environment, groups, viewer);
  const asked = (name: string) => waitFor(() => environment.mock.findOperation((one) => nameOf(one) === name));
  /** The panel of the first group, once it is there. */
  const panel = async () => {
    await waitFor(() => {
      const asks = environment.mock.getAllOperations().some((one) => nameOf(one) === 'GroupPanelQuery');
      if (!asks && !screen.queryByRole('dialog', { name: 'Helpdesk' }))
        throw new Error('The panel asks for nothing yet.');
    });
    answer(environment, groups, viewer); // outside of waitFor, where what it changes would not be shown
    return within(await screen.findByLabelText('Helpdesk', { selector: '[role=dialog]' }));
  };
  return { ...shown, environment, asked, panel };
}

const resolve = (environment: MockEnvironment, operation: OperationDescriptor, data: object) =>
  act(() => environment.mock.resolve(operation, { data } as never));

it('shows each group with what it is for, how many are in it and its default roles', async () => {
  await show([group('Helpdesk')]);
  const row = (await screen.findByRole('link', { name: 'Helpdesk' })).closest('tr') as HTMLElement;
  expect(row.textContent).toContain('Help people who can’t sign in.');
  expect(row.textContent).toContain('2');
  expect(row.textContent).toContain('Helpdesk Administrator');
  expect(screen.getByText('Showing 1 of 1')).toBeTruthy();
});

it('says who creates groups when there are none', async () => {
  await show([]);
  await screen.findByRole('heading', { name: 'There are no groups' });
});

it('offers to clear a search that finds none', async () => {
  const { user, router } = await show([], '/groups?search=nobody');
  await user.click(await screen.findByRole('button', { name: 'Clear search' }));
  await waitFor(() => expect(router.latestLocation.search).toEqual({}));
});

it('offers nothing that changes to those who may only read', async () => {
  const { panel } = await show([group('Helpdesk', { viewerCanManage: false })], '/groups?group=grp_helpdesk', {
    canManageGroups: false,
  });
  const inside = await panel();
  await inside.findByText('Joni');
  expect(screen.queryByRole('button', { name: 'New group' })).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Add people' })).toBeNull();
});

it('says to whom groups are shown when they are not for the viewer', async () => {
  await show([], '/groups', { canReadGroups: false });
  await screen.findByRole('heading', { name: 'You may not see the groups' });
});

it('creates a group, and says beside the field what is wrong with it', async () => {
  const { user, environment, asked, router } = await show([group('Helpdesk')]);
  await user.click(await screen.findByRole('button', { name: 'New group' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'New group' }));
  await user.click(dialog.getByRole('button', { name: 'Create' }));
  await dialog.findByText('Enter a name.');
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Helpdesk');
  await user.click(dialog.getByRole('checkbox', { name: 'Directory Reader' }));
  await user.click(dialog.getByRole('button', { name: 'Create' }));
  const taken = await asked('useCreateGroupMutation');
  expect(taken.request.variables.input).toEqual({
    name: 'Helpdesk',
    description: '',
    defaultRoles: ['DIRECTORY_READER'],
  });
  resolve(environment, taken, {
    createGroup: {
      group: null,
      userErrors: [{ code: 'CONFLICT', message: 'There is a group of this name.', field: ['input', 'name'] }],
    },
  });
  await dialog.findByText('There is a group of this name.');
  expect(dialog.getByRole('textbox', { name: 'Name' }).getAttribute('aria-invalid')).toBe('true');
  await user.type(dialog.getByRole('textbox', { name: 'Name' }), ' 2');
  await user.click(dialog.getByRole('button', { name: 'Create' }));
  resolve(environment, await asked('useCreateGroupMutation'), {
    createGroup: { group: { id: 'grp_new', name: 'Helpdesk 2' }, userErrors: [] },
  });
  await waitFor(() => expect(router.latestLocation.href).toContain('group=grp_new'));
});

it('deletes groups after a question, and tells why one stays', async () => {
  const { user, environment, asked } = await show([group('Helpdesk')]);
  await user.click(await screen.findByRole('checkbox', { name: 'Select Helpdesk' }));
  await user.click(screen.getByRole('button', { name: 'Delete' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('Delete Helpdesk?');
  await user.click(within(dialog).getByRole('button', { name: 'Delete' }));
  const operation = await asked('useDeleteGroupMutation');
  expect(operation.request.variables.input).toEqual({ id: 'grp_helpdesk' });
  resolve(environment, operation, {
    deleteGroup: {
      deletedGroupId: null,
      userErrors: [{ code: 'CONFLICT', message: 'The last group stays.', field: null }],
    },
  });
  await screen.findByText('Helpdesk was not deleted');
  expect(screen.getByRole('alertdialog').textContent).toContain('The last group stays.');
});

it('takes several people out at once', async () => {
  const { user, environment, asked, panel } = await show([group('Helpdesk')], '/groups?group=grp_helpdesk');
  const inside = await panel();
  await user.click(await inside.findByRole('checkbox', { name: 'Select all' }));
  await user.click(inside.getByRole('button', { name: 'Remove 2' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('Remove 2 people from Helpdesk?');
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  const operation = await asked('useRemoveGroupMembersMutation');
  expect(operation.request.variables.input).toEqual({ groupId: 'grp_helpdesk', userIds: ['usr_joni', 'usr_lidia'] });
  resolve(environment, operation, {
    removeGroupMembers: {
      group: group('Helpdesk', { members: { totalCount: 0 } }),
      results: ['usr_joni', 'usr_lidia'].map((id) => ({ id, userErrors: [] })),
    },
  });
  await asked('GroupMembersListQuery');
  answer(environment, [group('Helpdesk', { members: page([]) })]);
  await screen.findByRole('heading', { name: 'Nobody is in this group' });
});

it('finds people and puts them in, and keeps those who could not be added', async () => {
  const { user, environment, asked, panel } = await show([group('Helpdesk')], '/groups?group=grp_helpdesk');
  const inside = await panel();
  await user.click(await inside.findByRole('button', { name: 'Add people' }));
  const found = await asked('PickPeopleQuery');
  resolve(environment, found, {
    viewer: {
      organization: { id: 'org_1', users: page([person('Joni'), person('Alex'), person('Diego')]) },
    },
  });
  const dialog = within(await screen.findByRole('dialog', { name: 'Add people to Helpdesk' }));
  expect((await dialog.findByRole('checkbox', { name: /Joni.*already/ })).hasAttribute('disabled')).toBe(true);
  await user.click(dialog.getByRole('checkbox', { name: /Alex/ }));
  await user.click(dialog.getByRole('checkbox', { name: /Diego/ }));
  await user.click(dialog.getByRole('button', { name: 'Add 2 people' }));
  const operation = await asked('useAddGroupMembersMutation');
  expect(operation.request.variables.input).toEqual({ groupId: 'grp_helpdesk', userIds: ['usr_alex', 'usr_diego'] });
  resolve(environment, operation, {
    addGroupMembers: {
      group: group('Helpdesk', { members: { totalCount: 3 } }),
      results: [
        { id: 'usr_alex', userErrors: [] },
        { id: 'usr_diego', userErrors: [{ message: 'This person was deleted.' }] },
      ],
    },
  });
  await dialog.findByText('Diego was not added. This person was deleted.');
  expect(dialog.getByText('Chosen: Diego')).toBeTruthy();
});

it('edits which of the granted roles the group holds at a customer, and takes them all', async () => {
  const withAccess = group('Helpdesk', { assignments: page([assignment]) });
  const { user, environment, asked, panel } = await show([withAccess], '/groups?group=grp_helpdesk&tab=access');
  const inside = await panel();
  await user.click(await inside.findByRole('button', { name: 'Edit roles at Contoso' }));
  const dialog = within(await screen.findByRole('alertdialog', { name: 'What Helpdesk may do at Contoso' }));
  expect(dialog.getAllByRole('checkbox').length).toBe(2); // those that are granted
  await user.click(dialog.getByRole('checkbox', { name: 'License Administrator' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  const operation = await asked('useAssignAccessMutation');
  expect(operation.request.variables.input).toEqual({
    delegationId: 'dlg_1',
    groupId: 'grp_helpdesk',
    roles: ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR'],
  });
  resolve(environment, operation, { assignAccess: { assignment: null, delegation: null, userErrors: [] } });
  await asked('GroupAccessListQuery');
  answer(environment, [withAccess]);

  await user.click(await inside.findByRole('button', { name: 'Remove access to Contoso' }));
  const question = await screen.findByRole('alertdialog', { name: 'Remove the access of Helpdesk to Contoso?' });
  await user.click(within(question).getByRole('button', { name: 'Remove' }));
  expect((await asked('useAssignAccessMutation')).request.variables.input).toEqual({
    delegationId: 'dlg_1',
    groupId: 'grp_helpdesk',
    roles: [],
  });
});

it('keeps the settings', async () => {
  const { user, asked, panel } = await show([group('Helpdesk')], '/groups?group=grp_helpdesk&tab=settings');
  const inside = await panel();
  await user.clear(await inside.findByRole('textbox', { name: /What it is for/ }));
  await user.click(inside.getByRole('button', { name: 'Save' }));
  expect((await asked('useUpdateGroupMutation')).request.variables.input).toEqual({
    id: 'grp_helpdesk',
    name: 'Helpdesk',
    description: '',
    defaultRoles: ['HELPDESK_ADMINISTRATOR'],
  });
});
