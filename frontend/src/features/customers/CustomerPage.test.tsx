import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import { createMockEnvironment, type MockEnvironment } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { ApiError } from '../../graphql/errors';
import { renderPage } from '../../testing/render';
import { CustomerPage } from './CustomerPage';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;
const waiting = (environment: MockEnvironment, name: string) =>
  environment.mock.getAllOperations().find((operation) => nameOf(operation) === name);

const contact = { name: 'Contoso IT desk', email: 'it@contoso.example', phone: null };
const organization = {
  __typename: 'Organization',
  id: 'org_1',
  displayName: 'Contoso',
  viewerCanUpdateContact: true,
  contact,
  users: { totalCount: 1204 },
  domains: {
    totalCount: 1,
    edges: [{ node: { id: 'dom_1', name: 'contoso.example', verifiedAt: '2024-06-06T00:00:00Z', isInitial: false } }],
  },
  viewerDelegation: {
    id: 'dlg_1',
    status: 'ACTIVE',
    version: 2,
    roles: ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR'],
    viewerRoles: ['USER_ADMINISTRATOR'],
    viewerCanAssign: true,
    assignments: [
      {
        id: 'asg_1',
        groupName: 'Admin agents',
        memberCount: 3,
        roles: ['USER_ADMINISTRATOR'],
        group: { id: 'grp_1' },
      },
    ],
    activatedAt: '2026-05-08T10:00:00Z',
    expiresAt: '2099-03-03T10:00:00Z',
    viewerCanDelete: false,
  },
};
const viewer = { partner: { id: 'ptn_1', name: 'Fabrikam' }, organization: { id: 'org_2' } };

async function answer(environment: MockEnvironment, name: string, data: object) {
  const operation = await waitFor(() => {
    const found = waiting(environment, name);
    if (!found) throw new Error(`${name} was not asked`);
    return found;
  });
  act(() => environment.mock.resolve(operation, { data: data as never }));
  return operation;
}

async function show() {
  const environment = createMockEnvironment();
  const page = await renderPage(<CustomerPage />, {
    path: '/partner/customers/org_1',
    route: '/frame/partner/customers/$organizationId',
    environment,
  });
  await answer(environment, 'CustomerPageQuery', { viewer, node: organization });
  await screen.findByRole('heading', { level: 1, name: 'Contoso' });
  return { ...page, environment };
}

function hear(environment: MockEnvironment, kind: string, delegationId = 'dlg_1') {
  const live = waiting(environment, 'useDelegationChangesSubscription');
  if (!live) throw new Error('nobody listens');
  act(() =>
    environment.mock.nextValue(live, {
      data: { delegatedAdminsChanged: { kind, delegationId, delegation: null } },
    }),
  );
}

/** Everything that the store still knows, as text. */
const known = (environment: MockEnvironment) => JSON.stringify(environment.getStore().getSource().toJSON());

it('says on whose behalf, on the page and in the title', async () => {
  await show();
  const band = screen.getByRole('region', { name: 'On behalf of a customer' });
  expect(band.textContent).toContain('You are administering Contoso as Fabrikam · User Administrator');
  expect(document.title).toContain('On behalf of Contoso');
});

it('tells in the band which roles the viewer holds, not all that are granted', async () => {
  await show();
  expect(screen.getByRole('region', { name: 'On behalf of a customer' }).textContent).not.toContain('License');
});

it('says which groups may act here, and assigns what is chosen to one', async () => {
  const { environment, user } = await show();
  const card = screen.getByRole('region', { name: 'Who of us may act here' });
  expect(card.textContent).toContain('Admin agents · 3 people');
  await user.click(screen.getByRole('button', { name: 'Edit the roles of Admin agents' }));
  const dialog = within(await screen.findByRole('alertdialog', { name: 'What Admin agents may do at Contoso' }));
  await user.click(dialog.getByRole('checkbox', { name: 'License Administrator' }));
  await user.click(dialog.getByRole('button', { name: 'Save' }));
  const roles = ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR'];
  const [held] = organization.viewerDelegation.assignments;
  const operation = await answer(environment, 'useAssignAccessMutation', {
    assignAccess: {
      assignment: { id: 'asg_1', roles },
      delegation: { id: 'dlg_1', viewerRoles: roles, assignments: [{ ...held, roles }] },
      userErrors: [],
    },
  });
  expect(operation.request.variables).toEqual({ input: { delegationId: 'dlg_1', groupId: 'grp_1', roles } });
  await waitFor(() => expect(card.textContent).toContain('User Administrator, License Administrator'));
});

it('loses what it shows, and what the store knows, as soon as it hears of the end', async () => {
  const { environment } = await show();
  expect(known(environment)).toContain('it@contoso.example');
  hear(environment, 'ENDED');
  // Before any answer: the page holds nothing while it asks.
  expect(document.body.textContent).not.toContain('Contoso');
  expect(known(environment)).not.toContain('Contoso');
  expect(known(environment)).not.toContain('contoso.example');
  await answer(environment, 'CustomerPageQuery', { viewer, node: null });
  await screen.findByRole('heading', { name: 'Your access to this customer has ended.' });
  expect(document.title).not.toContain('Contoso');
  expect(known(environment)).toContain('Fabrikam'); // what is the viewer's own stays
});

it('leads to the users of the customer, and says how many there are', async () => {
  await show();
  expect(screen.getByText('1,204 active users')).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Active users' }).getAttribute('href')).toBe(
    '/partner/customers/org_1/users',
  );
});

it('does not mind the end of another delegation', async () => {
  const { environment } = await show();
  hear(environment, 'ENDED', 'dlg_other');
  expect(screen.getByRole('heading', { level: 1, name: 'Contoso' })).toBeTruthy();
});

it('asks anew, and shows nothing until then, when the browser brings the page back', async () => {
  const { environment } = await show();
  act(() => {
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
  });
  expect(document.body.textContent).not.toContain('Contoso');
  const operation = waiting(environment, 'CustomerPageQuery') as OperationDescriptor;
  act(() => environment.mock.reject(operation, new ApiError('NOT_FOUND', 'There is no such object.')));
  await screen.findByRole('heading', { name: 'Your access to this customer has ended.' });
});

it('says beside each field of the contact what is wrong, and keeps what was typed', async () => {
  const { environment, user } = await show();
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  const email = screen.getByRole('textbox', { name: 'E-mail' });
  await user.clear(email);
  await user.type(email, 'nobody');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const operation = await answer(environment, 'useUpdateContactMutation', {
    updateOrganizationContact: {
      organization: null,
      userErrors: [{ code: 'INVALID', message: 'That is not an e-mail address.', field: ['input', 'email'] }],
    },
  });
  expect(operation.request.variables).toEqual({
    input: { organizationId: 'org_1', name: 'Contoso IT desk', email: 'nobody', phone: '' },
  });
  await screen.findByText('That is not an e-mail address.');
  expect(email.getAttribute('aria-invalid')).toBe('true');
  expect((email as HTMLInputElement).value).toBe('nobody');

  await user.clear(email);
  await user.type(email, 'desk@contoso.example');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await answer(environment, 'useUpdateContactMutation', {
    updateOrganizationContact: {
      organization: { ...organization, contact: { ...contact, email: 'desk@contoso.example' } },
      userErrors: [],
    },
  });
  await screen.findByText('desk@contoso.example');
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull();
});

it('says calmly that the subscriptions are not for these roles', async () => {
  const { environment } = await show();
  const operation = await waitFor(() => waiting(environment, 'SubscriptionsCardQuery') as OperationDescriptor);
  act(() => environment.mock.reject(operation, new ApiError('FORBIDDEN', 'Your roles do not include this here.')));
  await screen.findByText('Your roles here do not include reading the subscriptions.');
  expect(screen.getByRole('heading', { level: 1, name: 'Contoso' })).toBeTruthy();
});

it('keeps the roles behind a button of the band on a phone', async () => {
  const matches = vi
    .spyOn(window, 'matchMedia')
    .mockImplementation((query) => Object.assign(new EventTarget(), { matches: true, media: query }) as never);
  const { user } = await show();
  const band = within(screen.getByRole('region', { name: 'On behalf of a customer' }));
  expect(band.queryByText('User Administrator')).toBeNull();
  const button = band.getByRole('button', { name: '1 role' });
  await user.click(button);
  expect(band.getByText('User Administrator')).toBeTruthy();
  expect(button.getAttribute('aria-expanded')).toBe('true');
  matches.mockRestore();
});
