import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import { createMockEnvironment, type MockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { renderPage } from '../../testing/render';
import { DelegatedAdminsPage } from './DelegatedAdminsPage';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const route = '/frame/support/delegated-admins';
const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;

function delegation(name: string, more: object = {}) {
  return {
    __typename: 'Delegation',
    id: `dlg_${name.toLowerCase()}`,
    version: 3,
    status: 'ACTIVE',
    terminatedBy: null,
    terminatedAt: null,
    viewerCanDelete: true,
    roles: ['USER_ADMINISTRATOR', 'LICENSE_ADMINISTRATOR', 'DIRECTORY_READER'],
    activatedAt: '2026-05-08T10:00:00Z',
    expiresAt: new Date(Date.now() + 100 * 86_400_000).toISOString(),
    lastActivityAt: null,
    lastActivity: null,
    partner: { id: `ptn_${name.toLowerCase()}`, name, domain: `${name.toLowerCase()}.example` },
    ...more,
  };
}

function answerList(environment: MockEnvironment, delegations: object[], total = delegations.length) {
  act(() => {
    for (const operation of environment.mock.getAllOperations()) {
      if (!/^DelegatedAdmins(Page|List)Query$/.test(nameOf(operation))) continue;
      environment.mock.resolve(
        operation,
        MockPayloadGenerator.generate(operation, {
          DelegationConnection: () => ({
            totalCount: total,
            edges: delegations.map((node) => ({ cursor: 'c', node })),
            pageInfo: { hasNextPage: total > delegations.length, endCursor: 'c' },
          }),
        }),
      );
    }
  });
}

const show = async (delegations: object[], path: string = route.replace('/frame', '')) => {
  const environment = createMockEnvironment();
  const page = await renderPage(<DelegatedAdminsPage />, { path, route, environment });
  const asked = environment.mock.findOperation((operation) => nameOf(operation) === 'DelegatedAdminsPageQuery');
  answerList(environment, delegations);
  await screen.findByRole('heading', { level: 1, name: 'Delegated admins' });
  return { ...page, asked };
};

/** The deletions that wait for an answer. */
const deletions = (environment: MockEnvironment) =>
  environment.mock.getAllOperations().filter((operation) => nameOf(operation) === 'useDeleteDelegationMutation');

function answerDeletion(environment: MockEnvironment, payload: object) {
  const [operation] = deletions(environment);
  if (!operation) throw new Error('nothing was asked to be deleted');
  act(() => {
    environment.mock.resolve(operation, {
      data: { deleteDelegation: { deletedDelegationId: null, delegation: null, userErrors: [], ...payload } },
    });
  });
  return operation.request.variables.input;
}
const gone = (name: string) => ({
  deletedDelegationId: `dlg_${name.toLowerCase()}`,
  delegation: {
    ...delegation(name),
    status: 'TERMINATED',
    version: 4,
    viewerCanDelete: false,
    terminatedAt: '2026-11-23T09:30:00Z',
    terminatedBy: 'CUSTOMER',
    terminationReason: null,
    receipts: [],
  },
});

it('says the sentence of the help article when there is none, and how it begins', async () => {
  await show([]);
  await screen.findByRole('heading', { name: 'There are no delegated administrators associated with your account.' });
  expect(screen.getByText('A partner starts by sending you an offer.')).toBeTruthy();
});

it('shows partner, roles in short, and what was never used', async () => {
  await show([delegation('Fabrikam')]);
  const row = (await screen.findByRole('link', { name: 'Fabrikam' })).closest('tr') as HTMLElement;
  expect(row.textContent).toContain('fabrikam.example');
  expect(row.textContent).toContain('User Administrator, License Administrator +1');
  expect(row.textContent).toContain('never used');
  expect(screen.getByText('Showing 1 of 1')).toBeTruthy();
});

it('says who did what last, and when', async () => {
  const lastActivity = {
    at: new Date(Date.now() - 2 * 3_600_000).toISOString(),
    action: 'organization.contact.update',
    result: 'REFUSED',
    actor: { displayName: 'Joni Sherman' },
  };
  await show([delegation('Fabrikam', { lastActivity })]);
  const row = (await screen.findByRole('link', { name: 'Fabrikam' })).closest('tr') as HTMLElement;
  expect(row.textContent).toContain('Joni Sherman tried to change the technical contact, 2 hours ago');
});

it('reads search, status and order from the address, and writes them there', async () => {
  const { asked, router, user } = await show(
    [delegation('Fabrikam')],
    '/support/delegated-admins?search=fab&status=expired&sort=-until',
  );
  expect(asked.request.variables).toMatchObject({
    filter: { search: 'fab', statuses: ['EXPIRED'] },
    orderBy: { field: 'EXPIRES_AT', direction: 'DESC' },
  });
  await user.click(await screen.findByRole('button', { name: 'Until' }));
  await waitFor(() => expect(router.latestLocation.search).toMatchObject({ sort: 'until', status: 'expired' }));
  const box = screen.getByRole('searchbox', { name: 'Search partners' });
  await user.clear(box);
  await user.type(box, 'wing');
  await waitFor(() => expect(router.latestLocation.search).toMatchObject({ search: 'wing' }));
});

it('deletes after two questions, with the version that was seen and the reason, and says when it took effect', async () => {
  const { environment, user } = await show([delegation('Fabrikam'), delegation('Wingtip')]);
  await user.click(await screen.findByRole('checkbox', { name: 'Select Fabrikam' }));
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  const first = await screen.findByRole('alertdialog');
  expect(first.textContent).toContain('Delete Fabrikam as a delegated admin?');
  expect(first.textContent).toContain(
    'They will no longer be able to access or modify your organization. This takes effect at once.',
  );
  await user.click(within(first).getByRole('button', { name: 'Yes' }));
  const second = await screen.findByRole('alertdialog');
  expect(second.textContent).toContain('Confirm: 1 delegated admin will be deleted.');
  expect(second.textContent).toContain('This can’t be undone; they would have to send a new offer.');
  expect(deletions(environment)).toHaveLength(0);
  await user.type(within(second).getByRole('textbox'), 'It is over');
  expect(second.textContent).toContain('10 of 500 characters');
  await user.click(within(second).getByRole('button', { name: 'Delete' }));
  expect(answerDeletion(environment, gone('Fabrikam'))).toEqual({
    id: 'dlg_fabrikam',
    version: 3,
    reason: 'It is over',
  });
  await screen.findByText(/Fabrikam was deleted as a delegated admin\. It took effect on November 23, 2026/);
  answerList(environment, [delegation('Wingtip')]);
  await waitFor(() => expect(screen.queryByRole('link', { name: 'Fabrikam' })).toBeNull());
  expect(screen.getByRole('link', { name: 'Wingtip' })).toBeTruthy();
});

it('deletes several one after the other, and tells for each what became of it', async () => {
  const { environment, user } = await show([delegation('Fabrikam'), delegation('Wingtip')]);
  await user.click(await screen.findByRole('checkbox', { name: 'Select all' }));
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Yes' }));
  expect(screen.getByRole('alertdialog').textContent).toContain('Confirm: 2 delegated admins will be deleted.');
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  expect(deletions(environment)).toHaveLength(1);
  answerDeletion(environment, gone('Fabrikam'));
  await waitFor(() => expect(deletions(environment)).toHaveLength(1));
  answerDeletion(environment, {
    userErrors: [{ code: 'CONFLICT', message: 'This delegation has changed meanwhile.', field: ['input', 'version'] }],
  });
  await screen.findByText('1 of 2 delegated admins was not deleted');
  const results = screen.getByRole('alertdialog').textContent;
  expect(results).toContain('Fabrikam: deleted. It took effect on');
  expect(results).toContain('Wingtip: Not deleted. This delegation has changed meanwhile.');
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await screen.findByText(/Fabrikam was deleted as a delegated admin/);
});

it('says what happened when the only one has changed meanwhile, and does not offer the same again', async () => {
  const { environment, user } = await show([delegation('Fabrikam')]);
  await user.click(await screen.findByRole('checkbox', { name: 'Select Fabrikam' }));
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'Yes' }));
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Delete' }));
  answerDeletion(environment, {
    userErrors: [{ code: 'CONFLICT', message: 'This delegation has changed meanwhile.', field: ['input', 'version'] }],
  });
  await screen.findByText('Fabrikam was not deleted');
  expect(screen.getByRole('alertdialog').textContent).toContain('This delegation has changed meanwhile.');
  expect(within(screen.getByRole('alertdialog')).queryByRole('button', { name: 'Delete' })).toBeNull();
});

it('does nothing after No', async () => {
  const { environment, user } = await show([delegation('Fabrikam')]);
  await user.click(await screen.findByRole('checkbox', { name: 'Select Fabrikam' }));
  await user.click(await screen.findByRole('button', { name: 'Delete' }));
  await user.click(await screen.findByRole('button', { name: 'No' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(deletions(environment)).toHaveLength(0);
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Delete' })));
});

it('reads the list again when it hears of a change', async () => {
  const { environment } = await show([delegation('Fabrikam')]);
  await screen.findByRole('link', { name: 'Fabrikam' });
  const live = environment.mock.findOperation((operation) => nameOf(operation) === 'useDelegationChangesSubscription');
  act(() =>
    environment.mock.nextValue(live, {
      data: { delegatedAdminsChanged: { kind: 'ENDED', delegationId: 'dlg_fabrikam', delegation: null } },
    }),
  );
  await waitFor(() => expect(environment.mock.getAllOperations().map(nameOf)).toContain('DelegatedAdminsListQuery'));
  answerList(environment, []);
  await screen.findByRole('heading', { name: 'There are no delegated administrators associated with your account.' });
});

it('opens the details from the address, and Escape closes them and clears it', async () => {
  const { environment, router, user } = await show(
    [delegation('Fabrikam')],
    '/support/delegated-admins?search=fab&admin=dlg_fabrikam',
  );
  const details = await waitFor(() =>
    environment.mock.findOperation((operation) => nameOf(operation) === 'DelegationPanelQuery'),
  );
  expect(details.request.variables).toMatchObject({ id: 'dlg_fabrikam', about: true, activity: false, behind: false });
  const opened = () => ({
    ...delegation('Fabrikam'),
    terminationReason: null,
    receipts: [],
    offer: null,
  });
  act(() =>
    environment.mock.resolve(details, MockPayloadGenerator.generate(details, { Node: opened, Delegation: opened })),
  );
  await screen.findByRole('dialog', { name: 'Fabrikam' });
  expect(screen.getByText('What they can do')).toBeTruthy();
  await user.keyboard('{Escape}');
  await waitFor(() => expect(router.latestLocation.search).toEqual({ search: 'fab' }));
});
