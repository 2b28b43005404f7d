import { configure, screen, waitFor } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import { MockPayloadGenerator } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { createEnvironment, renderPage } from '../../testing/render';
import { NewUserPage } from './NewUserPage';

configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;
const domain = (name: string, verifiedAt: string | null) => ({ node: { id: `dom_${name}`, name, verifiedAt } });
const organization = {
  __typename: 'Organization',
  id: 'org_1',
  displayName: 'Contoso',
  viewerCanCreateUsers: true,
  assignableRoles: ['USER_ADMINISTRATOR'],
  domains: {
    edges: [
      domain('contoso.example', '2024-06-06T00:00:00Z'),
      domain('soon.example', null),
      domain('contoso.test', '2024-06-06T00:00:00Z'),
    ],
  },
};

async function show(more: object = {}) {
  const environment = createEnvironment();
  const page = await renderPage(<NewUserPage />, { path: '/users/new', route: '/frame/users/new', environment });
  const query = environment.mock.getMostRecentOperation();
  act(() =>
    environment.mock.resolve(
      query,
      MockPayloadGenerator.generate(query, { Organization: () => ({ ...organization, ...more }) }),
    ),
  );
  await screen.findByRole('heading', { level: 1, name: 'Add a user' });
  const creation = () =>
    waitFor(() => environment.mock.findOperation((operation) => nameOf(operation) === 'useCreateUsersMutation'));
  return { ...page, environment, creation };
}

it('says what is missing, beside the field, before it asks the server', async () => {
  const { environment, user } = await show();
  await user.click(await screen.findByRole('button', { name: 'Add' }));
  expect(screen.getByText('Enter their name.')).toBeTruthy();
  expect(screen.getByText('Enter what they sign in with.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Name' })));
  expect(environment.mock.getAllOperations().map(nameOf)).not.toContain('useCreateUsersMutation');
});

it('offers verified domains only, and takes a whole user name that is pasted', async () => {
  const { user } = await show();
  const select = (await screen.findByRole('combobox', { name: 'Domain' })) as HTMLSelectElement;
  expect([...select.options].map(({ value }) => value)).toEqual(['contoso.example', 'contoso.test']);
  await user.click(screen.getByRole('textbox', { name: 'User name' }));
  await user.paste('Adele@contoso.test');
  expect((screen.getByRole('textbox', { name: 'User name' }) as HTMLInputElement).value).toBe('Adele');
  expect(select.value).toBe('contoso.test');
});

it('creates the user and goes to their details', async () => {
  const { environment, user, creation, router } = await show();
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Adele Vance');
  await user.type(screen.getByRole('textbox', { name: 'User name' }), 'adele');
  await user.type(screen.getByRole('textbox', { name: 'Address for the link' }), 'adele@home.example');
  await user.click(screen.getByRole('checkbox', { name: 'User Administrator' }));
  await user.click(screen.getByRole('button', { name: 'Add' }));
  const operation = await creation();
  expect(operation.request.variables.input).toEqual({
    organizationId: 'org_1',
    users: [
      {
        displayName: 'Adele Vance',
        userName: 'adele@contoso.example',
        email: 'adele@home.example',
        roles: ['USER_ADMINISTRATOR'],
      },
    ],
  });
  const person = { id: 'usr_1', displayName: 'Adele Vance', email: 'adele@home.example' };
  act(() =>
    environment.mock.resolve(operation, {
      data: {
        createUsers: { results: [{ index: 0, created: true, user: person, userErrors: [] }], userErrors: [] },
      } as never,
    }),
  );
  await waitFor(() => expect(router.latestLocation.href).toBe('/users?user=usr_1'));
});

it('says beside the field what the server refuses, and keeps what was typed', async () => {
  const { environment, user, creation } = await show();
  await user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Adele Vance');
  await user.type(screen.getByRole('textbox', { name: 'User name' }), 'adele');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  const operation = await creation();
  const fault = { code: 'CONFLICT', message: 'This user name is taken.', field: ['input', 'users', '0', 'userName'] };
  act(() =>
    environment.mock.resolve(operation, {
      data: {
        createUsers: { results: [{ index: 0, created: false, user: null, userErrors: [fault] }], userErrors: [] },
      } as never,
    }),
  );
  await screen.findByText('This user name is taken.');
  const input = screen.getByRole('textbox', { name: 'User name' }) as HTMLInputElement;
  expect(input.value).toBe('adele');
  await waitFor(() => expect(document.activeElement).toBe(input));
});

it('says who may, to who may not', async () => {
  await show({ viewerCanCreateUsers: false });
  await screen.findByText('You may not create users here');
});
