import { configure, screen, waitFor, within } from '@testing-library/react';
import { act } from 'react';
import type { OperationDescriptor } from 'relay-runtime';
import { type MockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { beforeAll, expect, it, vi } from 'vitest';
import { csvOf } from '../../lib/csv';
import { createEnvironment, renderPage } from '../../testing/render';
import { ImportUsersPage } from './ImportUsersPage';
import { columnNames } from './importLines';

configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

// jsdom lays nothing out: without a height the list of lines would show none.
beforeAll(() => {
  Object.defineProperty(Element.prototype, 'clientHeight', { configurable: true, get: () => 480 });
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 37 });
});

const nameOf = (operation: OperationDescriptor) => operation.request.node.params.name;

async function show() {
  const environment = createEnvironment();
  const page = await renderPage(<ImportUsersPage />, {
    path: '/users/import',
    route: '/frame/users/import',
    environment,
  });
  const query = environment.mock.getMostRecentOperation();
  const organization = () => ({ id: 'org_1', viewerCanCreateUsers: true });
  act(() => environment.mock.resolve(query, MockPayloadGenerator.generate(query, { Organization: organization })));
  await screen.findByRole('button', { name: 'Check' });
  return { ...page, environment };
}

interface Sent {
  dryRun: boolean;
  users: { userName: string }[];
}

/** Answers the request that waits: `of` says what becomes of a line. */
async function answer(
  environment: MockEnvironment,
  of: (userName: string) => 'created' | 'there' | 'fits' | 'refused',
) {
  const operation = await waitFor(() =>
    environment.mock.findOperation((one) => nameOf(one) === 'useCreateUsersMutation'),
  );
  const input: Sent = operation.request.variables.input;
  const results = input.users.map(({ userName }, index) => {
    const word = of(userName);
    const user =
      word === 'created' || word === 'there' ? { id: `usr_${userName}`, displayName: 'x', email: null } : null;
    const fault = { code: 'INVALID', message: 'The domain is none of yours.', field: null };
    return { index, created: word === 'created', user, userErrors: word === 'refused' ? [fault] : [] };
  });
  act(() => environment.mock.resolve(operation, { data: { createUsers: { results, userErrors: [] } } as never }));
  return input;
}

const file = (text: string) => new File([text], 'users.csv', { type: 'text/csv' });

it('checks every line first, then creates what is possible, and tells of each line', async () => {
  const { environment, user } = await show();
  const rows = [
    ['a@contoso.example', 'A', '', '', ''],
    ['b@elsewhere.example', 'B', '', '', ''],
    ['c@contoso.example', '', '', '', ''],
    ['d@contoso.example', 'D', '', '', ''],
  ];
  await user.upload(screen.getByLabelText('CSV file'), file(csvOf([columnNames, ...rows])));
  await screen.findByText('4 users found. Which column is what?');
  await user.click(screen.getByRole('button', { name: 'Check' }));

  const checked = await answer(environment, (name) =>
    name.startsWith('b') ? 'refused' : name.startsWith('d') ? 'there' : 'fits',
  );
  expect(checked).toMatchObject({ organizationId: 'org_1', dryRun: true });
  expect(checked.users.map(({ userName }) => userName)).toEqual([
    'a@contoso.example',
    'b@elsewhere.example',
    'd@contoso.example',
  ]);
  await screen.findByRole('heading', { name: 'Nothing is created yet' });
  await screen.findByText('1 can be created · 1 already there with the same values · 2 not possible');

  await user.click(screen.getByRole('button', { name: 'Create 1 user' }));
  const sent = await answer(environment, () => 'created');
  expect(sent.dryRun).toBe(false);
  expect(sent.users.map(({ userName }) => userName)).toEqual(['a@contoso.example']);
  await screen.findByRole('heading', { name: '1 user created' });
  const list = screen.getByRole('region', { name: 'Lines of the file' });
  expect(
    within(list)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual([
    '2a@contoso.exampleCreated',
    '3b@elsewhere.exampleThe domain is none of yours.',
    '4c@contoso.exampleThere is no display name in this line.',
    '5d@contoso.exampleAlready there',
  ]);
  await user.click(screen.getByRole('switch', { name: 'Only problems (2)' }));
  expect(within(list).getAllByRole('listitem')).toHaveLength(2);
});

it('finds pasted columns under other names, and lets people choose the rest', async () => {
  const { environment, user } = await show();
  await user.click(screen.getByRole('textbox', { name: 'Or paste the text' }));
  await user.paste('UPN;Who\nadele@contoso.example;Adele Vance');
  const columns = await screen.findByRole('region', { name: '1 user found. Which column is what?' });
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('Choose the column of: Display name.');
  await user.selectOptions(within(columns).getByRole('combobox', { name: 'Display name' }), 'Who');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  const sent = await answer(environment, () => 'fits');
  expect(sent.users).toEqual([
    { userName: 'adele@contoso.example', displayName: 'Adele Vance', roles: [], enabled: true },
  ]);
});

it('sends hundreds one after the other, shows how far it is, and can be canceled and gone on with', async () => {
  const { environment, user } = await show();
  const rows = Array.from({ length: 250 }, (_, n) => [`user${n}@contoso.example`, `User ${n}`, '', '', '']);
  await user.upload(screen.getByLabelText('CSV file'), file(csvOf([columnNames, ...rows])));
  await user.click(screen.getByRole('button', { name: 'Check' }));
  for (const size of [100, 100, 50]) expect((await answer(environment, () => 'fits')).users).toHaveLength(size);
  await user.click(await screen.findByRole('button', { name: 'Create 250 users' }));

  expect((await answer(environment, () => 'created')).users).toHaveLength(100);
  await screen.findByText('100 of 250 lines');
  expect(screen.getByRole('progressbar', { name: 'Progress of the import' }).getAttribute('aria-valuenow')).toBe('0.4');
  // Of 250 lines only those in view are in the page.
  expect(
    within(screen.getByRole('region', { name: 'Lines of the file' })).getAllByRole('listitem').length,
  ).toBeLessThan(60);
  await user.click(screen.getByRole('button', { name: 'Cancel' }));
  await answer(environment, () => 'created'); // it was on its way already
  await screen.findByRole('heading', { name: 'The import was not finished' });
  await user.click(screen.getByRole('button', { name: 'Create the other 50 users' }));
  expect((await answer(environment, () => 'created')).users).toHaveLength(50);
  await screen.findByRole('heading', { name: '250 users created' });
});

it('says what to do when there is nothing to check, or too much', async () => {
  const { user } = await show();
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText(/Choose a file or paste its text first/);
  const rows = Array.from({ length: 10_001 }, (_, n) => [`user${n}@contoso.example`, `User ${n}`]);
  await user.upload(screen.getByLabelText('CSV file'), file(csvOf([['User name', 'Display name'], ...rows])));
  await screen.findByText('10,001 users found. Which column is what?');
  await user.click(screen.getByRole('button', { name: 'Check' }));
  await screen.findByText('10,001 users are too many at once: up to 10,000. Split the file.');
});
