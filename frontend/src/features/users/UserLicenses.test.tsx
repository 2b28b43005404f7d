import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import { type MockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { createEnvironment, renderPage } from '../../testing/render';
import { ManageLicensesDialog } from './ManageLicensesDialog';
import { UserPanel } from './UserPanel';
import type { UserActions } from './useUserActions';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;
const asked = (environment: MockEnvironment, name: string) =>
  waitFor(() => environment.mock.findOperation((one) => nameOf(one) === name));
const settle = async (environment: MockEnvironment, name: string, data: object) => {
  const operation = await asked(environment, name);
  act(() => environment.mock.resolve(operation, { data } as never));
  return operation.request.variables.input;
};

const license = (n: number, product: string) => ({
  id: `lic_${n}`,
  assignedAt: '2026-09-25T10:00:00Z',
  assignedBy: { id: 'ptn_1', name: 'Fabrikam' },
  product: { id: `prd_${n}`, name: product },
  subscription: { id: `sub_${n}` },
});
const adele = (licenses: object[]) => ({
  __typename: 'User',
  id: 'usr_1',
  displayName: 'Adele',
  deletedAt: null,
  licenses,
});
const subscription = (n: number, name: string, availableSeats: number, ended = false) => ({
  node: {
    id: `sub_${n}`,
    seats: 25,
    availableSeats,
    endsAt: '2099-05-09T10:00:00Z',
    ended,
    product: { id: `prd_${n}`, name },
  },
});
const subscriptions = {
  node: {
    __typename: 'Organization',
    id: 'org_1',
    subscriptions: {
      edges: [
        subscription(1, 'Business Standard', 19),
        subscription(2, 'Enterprise Suite', 0),
        subscription(3, 'Frontline', 5),
        subscription(4, 'Old Suite', 0, true),
      ],
    },
  },
};
const actions = (more: Partial<UserActions> = {}): UserActions => ({
  kind: 'licenses',
  users: [],
  told: '',
  begin: vi.fn(),
  tell: vi.fn(),
  onProgress: vi.fn(),
  end: vi.fn(),
  ...more,
});

async function showPanel(canAssign: boolean, act_: UserActions) {
  const environment = createEnvironment();
  const panel = (
    <UserPanel id="usr_1" organizationId="org_1" tab="licenses" actions={act_} onTab={vi.fn()} onClose={vi.fn()} />
  );
  const shown = await renderPage(panel, { environment });
  const operation = await asked(environment, 'UserPanelQuery');
  const organization = { __typename: 'Organization', id: 'org_1', viewerCanAssignLicenses: canAssign };
  const person = adele([license(1, 'Business Standard')]);
  act(() =>
    environment.mock.resolve(
      operation,
      MockPayloadGenerator.generate(operation, {
        Node: ({ path }) => (path?.[0] === 'organization' ? organization : person),
        User: () => person,
        Organization: () => organization,
      }),
    ),
  );
  return { ...shown, environment };
}

it('assigns and removes the licenses of somebody, and says of each how many are left', async () => {
  const their = actions();
  const { user, environment } = await showPanel(true, their);
  await settle(environment, 'useSubscriptionsQuery', subscriptions);
  const held = await screen.findByRole('checkbox', { name: 'Business Standard' });
  expect((held as HTMLInputElement).checked).toBe(true);
  expect(screen.getByText(/by Fabrikam\. 19 of 25 licenses available/)).toBeTruthy();
  expect(screen.getByRole('checkbox', { name: 'Enterprise Suite' }).hasAttribute('disabled')).toBe(true);
  expect(screen.queryByRole('checkbox', { name: 'Old Suite' })).toBeNull();
  await user.click(held);
  await user.click(screen.getByRole('checkbox', { name: 'Frontline' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const input = await settle(environment, 'useRemoveLicensesMutation', {
    removeLicenses: { results: [{ id: 'usr_1', user: adele([]), userErrors: [] }], subscription: null, userErrors: [] },
  });
  expect(input).toEqual({ subscriptionId: 'sub_1', userIds: ['usr_1'] });
  expect(
    await settle(environment, 'useAssignLicensesMutation', {
      assignLicenses: {
        results: [{ id: 'usr_1', user: adele([]), userErrors: [{ message: 'All 25 seats are taken.' }] }],
        subscription: null,
        userErrors: [],
      },
    }),
  ).toEqual({ subscriptionId: 'sub_3', userIds: ['usr_1'] });
  await screen.findByText('All 25 seats are taken.');
  // What is so now is shown: the one is gone, and the other was not assigned.
  expect((screen.getByRole('checkbox', { name: 'Business Standard' }) as HTMLInputElement).checked).toBe(false);
  expect((screen.getByRole('checkbox', { name: 'Frontline' }) as HTMLInputElement).checked).toBe(false);
  expect(their.tell).toHaveBeenLastCalledWith('');
});

it('shows the licenses to those who may only read, without asking for the subscriptions', async () => {
  const { environment } = await showPanel(false, actions());
  await screen.findByText('You may see the licenses, not change them.');
  expect(screen.getByText('Business Standard')).toBeTruthy();
  expect(environment.mock.getAllOperations().map(nameOf)).not.toContain('useSubscriptionsQuery');
});

it('assigns a license to several users in one go, and tells for each what became of it', async () => {
  const environment = createEnvironment();
  const users = ['Adele', 'Alex'].map((displayName) => ({ id: `usr_${displayName.toLowerCase()}`, displayName }));
  const { user } = await renderPage(<ManageLicensesDialog actions={actions({ users })} organizationId="org_1" />, {
    environment,
  });
  await settle(environment, 'useSubscriptionsQuery', subscriptions);
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Manage the licenses of 2 users' }));
  await user.click(dialog.getByRole('button', { name: 'Assign' }));
  await dialog.findByText('Choose a product.');
  expect((await dialog.findByRole('radio', { name: /Enterprise Suite/ })).hasAttribute('disabled')).toBe(true);
  await user.click(dialog.getByRole('radio', { name: /Business Standard/ }));
  await user.click(dialog.getByRole('button', { name: 'Assign' }));
  const input = await settle(environment, 'useAssignLicensesMutation', {
    assignLicenses: {
      results: [
        { id: 'usr_adele', user: null, userErrors: [] },
        { id: 'usr_alex', user: null, userErrors: [{ message: 'Alex is protected.' }] },
      ],
      subscription: null,
      userErrors: [],
    },
  });
  expect(input).toEqual({ subscriptionId: 'sub_1', userIds: ['usr_adele', 'usr_alex'] });
  await screen.findByText('The licenses of 1 of 2 users were not changed');
  expect(screen.getByRole('alertdialog').textContent).toContain('Alex: Alex is protected.');
});
