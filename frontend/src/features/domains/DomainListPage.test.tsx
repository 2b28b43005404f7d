import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import type { MockEnvironment } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { createEnvironment, renderPage } from '../../testing/render';
import { DomainListPage } from './DomainListPage';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;
const domain = (name: string, more: object = {}) => ({
  __typename: 'Domain',
  id: `dom_${name.split('.')[0]}`,
  name,
  verifiedAt: '2024-06-06T10:00:00Z',
  isInitial: false,
  isDefault: false,
  userCount: 3,
  viewerCanManage: true,
  addedBy: null,
  verification: null,
  ...more,
});
const unproved = domain('labs.example', {
  verifiedAt: null,
  userCount: 0,
  addedBy: { id: 'ptn_1', name: 'Fabrikam' },
  verification: {
    recordName: '_delegated-admin.labs.example',
    recordType: 'TXT',
    recordValue: 'delegated-admin-verification=7K3M',
    checkedAt: null,
    result: null,
  },
});

function answer(environment: MockEnvironment, domains: object[], opened: object | undefined, canAdd: boolean) {
  act(() => {
    for (const operation of environment.mock.getAllOperations()) {
      const organization = {
        __typename: 'Organization',
        id: 'org_1',
        viewerCanAddDomains: canAdd,
        domains: {
          totalCount: domains.length,
          edges: domains.map((node) => ({ cursor: 'c', node })),
          pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: 'c', endCursor: 'c' },
        },
      };
      const data = {
        DomainListPageQuery: { viewer: { organization } },
        DomainListListQuery: { node: organization },
        DomainPanelQuery: { node: opened ?? null, viewer: { canReadAuditLog: false, organization: { id: 'org_1' } } },
      }[nameOf(operation)];
      if (data) environment.mock.resolve(operation, { data } as never);
    }
  });
}

async function show(domains: object[], opened?: { id: string }, canAdd = true, search = '') {
  const environment = createEnvironment();
  const path = `/domains${opened ? `?domain=${opened.id}` : search}`;
  const shown = await renderPage(<DomainListPage />, { path, route: '/frame/domains', environment });
  const asked = (name: string) => waitFor(() => environment.mock.findOperation((one) => nameOf(one) === name));
  answer(environment, domains, opened, canAdd);
  if (opened) {
    await asked('DomainPanelQuery');
    answer(environment, domains, opened, canAdd);
  }
  return { ...shown, environment, asked };
}

const resolve = (environment: MockEnvironment, operation: OperationDescriptor, data: object) =>
  act(() => environment.mock.resolve(operation, { data } as never));

it('shows how each domain stands, its users and who added it', async () => {
  await show([domain('contoso.example', { isDefault: true, isInitial: true }), unproved]);
  const row = (name: string) => screen.getByRole('link', { name }).closest('tr')?.textContent ?? '';
  await screen.findByRole('link', { name: 'labs.example' });
  for (const words of ['Verified', 'Default', 'came with the organization', '3'])
    expect(row('contoso.example')).toContain(words);
  for (const words of ['Not verified', 'added by Fabrikam']) expect(row('labs.example')).toContain(words);
});

it('adds a domain, says beside the field what is wrong, and opens what is to be done next', async () => {
  const { user, environment, asked, router } = await show([domain('contoso.example')]);
  await user.click(await screen.findByRole('button', { name: 'Add domain' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'Add a domain' }));
  await user.type(dialog.getByRole('textbox', { name: 'Domain' }), 'labs{Enter}');
  const refused = await asked('useAddDomainMutation');
  expect(refused.request.variables.input).toEqual({ organizationId: 'org_1', name: 'labs' });
  const message = 'That is not a domain name.';
  resolve(environment, refused, {
    addDomain: { domain: null, userErrors: [{ code: 'INVALID', message, field: ['input', 'name'] }] },
  });
  await dialog.findByText(message);
  await user.type(dialog.getByRole('textbox', { name: 'Domain' }), '.example{Enter}');
  resolve(environment, await asked('useAddDomainMutation'), { addDomain: { domain: unproved, userErrors: [] } });
  await waitFor(() => expect(router.latestLocation.search).toEqual({ domain: 'dom_labs' }));
});

it('shows the record to create, and says in words what was found when it was looked for', async () => {
  const { user, environment, asked } = await show([unproved], unproved as never);
  const panel = within(await screen.findByLabelText('labs.example', { selector: '[role=dialog]' }));
  await panel.findByText('_delegated-admin.labs.example');
  await user.click(panel.getByRole('button', { name: 'Copy the value' }));
  expect(await navigator.clipboard.readText()).toBe('delegated-admin-verification=7K3M');
  await user.click(panel.getByRole('button', { name: 'Verify' }));
  const operation = await asked('useVerifyDomainMutation');
  const result = 'There is no record yet.';
  const verification = { ...(unproved as never as { verification: object }).verification, result };
  resolve(environment, operation, {
    verifyDomain: {
      domain: { ...unproved, verification: { ...verification, checkedAt: new Date().toISOString() } },
      userErrors: [{ code: 'INVALID', message: result, field: null }],
    },
  });
  expect((await panel.findByText(/There is no record yet\./)).textContent).toContain('Looked for just now');
  await user.click(panel.getByRole('button', { name: 'Verify' }));
  resolve(environment, await asked('useVerifyDomainMutation'), {
    verifyDomain: { domain: domain('labs.example'), userErrors: [] },
  });
  await panel.findByRole('button', { name: 'Make default' });
  expect(panel.queryByRole('button', { name: 'Verify' })).toBeNull();
});

it('removes several, and tells of one that stays who is in the way', async () => {
  const { user, environment, asked } = await show([domain('contoso.example'), unproved]);
  await user.click(await screen.findByRole('checkbox', { name: 'Select all' }));
  await user.click(screen.getByRole('button', { name: 'Remove' }));
  const dialog = await screen.findByRole('alertdialog');
  expect(dialog.textContent).toContain('Remove 2 domains?');
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }));
  const operation = await asked('useRemoveDomainsMutation');
  expect(operation.request.variables.input).toEqual({ ids: ['dom_contoso', 'dom_labs'] });
  resolve(environment, operation, {
    removeDomains: {
      results: [
        {
          id: 'dom_contoso',
          domain: domain('contoso.example'),
          userErrors: [{ message: '3 users have their name or address in contoso.example: a, b, c.' }],
        },
        { id: 'dom_labs', domain: null, userErrors: [] },
      ],
      removedDomainIds: ['dom_labs'],
      userErrors: [],
    },
  });
  await screen.findByText('1 of 2 domains was not removed');
  expect(screen.getByRole('alertdialog').textContent).toContain('3 users have their name or address');
  // The list has healed without another question.
  expect(screen.queryByRole('link', { name: 'labs.example' })).toBeNull();
});

it('offers nothing that changes to those who may only read', async () => {
  const read = domain('labs.example', { verifiedAt: null, viewerCanManage: false });
  await show([read], read as never, false);
  await screen.findByText(/Nobody has proved yet/);
  for (const name of ['Add domain', 'Remove', 'Verify']) expect(screen.queryByRole('button', { name })).toBeNull();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

it('narrows the list by what stands in the address, says that nothing fits, and clears it', async () => {
  const { user, environment, asked, router } = await show([], undefined, true, '?status=unverified');
  await screen.findByText('No domain fits');
  await user.type(screen.getByRole('searchbox', { name: 'Search domains' }), 'labs{Enter}');
  const operation = await asked('DomainListPageQuery');
  expect(operation.request.variables).toMatchObject({ search: 'labs', filter: { verified: false } });
  answer(environment, [unproved], undefined, true);
  await screen.findByRole('link', { name: 'labs.example' });
  expect(router.latestLocation.search).toEqual({ status: 'unverified', search: 'labs' });
  await user.click(screen.getByRole('button', { name: 'Clear filters' }));
  await waitFor(() => expect(router.latestLocation.search).toEqual({}));
  expect((await asked('DomainListPageQuery')).request.variables).toMatchObject({ search: null, filter: {} });
});
