import { configure, screen, waitFor } from '@testing-library/react';
import { act } from 'react';
import { expect, it, vi } from 'vitest';
import { createEnvironment, renderPage } from '../../testing/render';
import { PasswordCodePage } from './PasswordCodePage';

configure({ defaultHidden: true, asyncUtilTimeout: 10_000 });
vi.setConfig({ testTimeout: 60_000 });

const good = 'seven green lamps by the river';

async function show() {
  const environment = createEnvironment();
  const page = await renderPage(<PasswordCodePage />, {
    path: '/password-code',
    route: '/plain/password-code',
    environment,
  });
  const fill = async (password: string) => {
    await page.user.type(screen.getByRole('textbox', { name: 'User name' }), 'adele@contoso.example');
    await page.user.type(screen.getByRole('textbox', { name: 'Code' }), '7k3m 9qxr 2vtb h5zd');
    await page.user.type(screen.getByLabelText(/^New password/), password);
    await page.user.type(screen.getByLabelText(/^The same password again/), password);
    await page.user.click(screen.getByRole('button', { name: 'Set password and sign in' }));
  };
  return { ...page, environment, fill };
}

it('asks for the user name and the code first', async () => {
  const { environment, user } = await show();
  await user.click(screen.getByRole('button', { name: 'Set password and sign in' }));
  expect(screen.getByText('Enter your user name.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'User name' }));
  expect(environment.mock.getAllOperations()).toHaveLength(0);
});

it('sends the code as it was typed, and goes on signed in', async () => {
  const { environment, environments, fill, router } = await show();
  await fill(good);
  const operation = await waitFor(() => environment.mock.getMostRecentOperation());
  expect(operation.request.variables.input).toEqual({
    userName: 'adele@contoso.example',
    code: '7k3m 9qxr 2vtb h5zd',
    newPassword: good,
  });
  act(() =>
    environment.mock.resolve(operation, {
      data: { redeemPasswordCode: { viewer: { user: { id: 'usr_1' } }, userErrors: [] } } as never,
    }),
  );
  await waitFor(() => expect(router.latestLocation.href).toBe('/'));
  expect(environments).toHaveLength(2); // nothing of before is kept
});

it('says the same for every wrong code, and keeps what was typed', async () => {
  const { environment, fill } = await show();
  await fill(good);
  const operation = await waitFor(() => environment.mock.getMostRecentOperation());
  const fault = { code: 'INVALID', message: 'User name or code is wrong, or the code is too old.', field: null };
  act(() =>
    environment.mock.resolve(operation, {
      data: { redeemPasswordCode: { viewer: null, userErrors: [fault] } } as never,
    }),
  );
  expect((await screen.findByRole('alert')).textContent).toContain('User name or code is wrong');
  expect((screen.getByRole('textbox', { name: 'Code' }) as HTMLInputElement).value).toBe('7k3m 9qxr 2vtb h5zd');
});
