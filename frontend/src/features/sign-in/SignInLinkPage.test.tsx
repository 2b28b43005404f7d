import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '../../testing/render';
import { SignInLinkPage } from './SignInLinkPage';

const show = async (path = '/sign-in-link#t0ken') => {
  const page = await renderPage(<SignInLinkPage />, { path, route: '/plain/sign-in-link' });
  await screen.findByRole('heading', { level: 1, name: 'Choose a password' });
  return page;
};
const password = 'tulip-oboe-mango-frost';
const first = () => screen.getByLabelText(/New password/);
const second = () => screen.getByLabelText(/The same password again/);
const button = () => screen.getByRole('button', { name: 'Set password and sign in' });

it('sends the token and the password, begins a session, and takes the token out of the address', async () => {
  const { user, environment, environments, router } = await show();
  await user.type(first(), password);
  await user.type(second(), password);
  await user.click(button());
  const operation = environment.mock.getMostRecentOperation();
  expect(operation.request.variables.input).toEqual({ token: 't0ken', newPassword: password });
  const payload = { viewer: { user: { id: 'usr_1' } }, userErrors: [] };
  environment.mock.resolve(operation, { data: { redeemSignInLink: payload } });
  await waitFor(() => expect(router.latestLocation.href).toBe('/'));
  expect(environments.length).toBe(2);
});

it('sends nothing while the password is too short or the two differ', async () => {
  const { user, environment } = await show();
  await user.type(first(), 'short');
  await user.click(button());
  expect(screen.getAllByText(/7 more characters needed/).length).toBeGreaterThan(0);
  await user.clear(first());
  await user.type(first(), password);
  await user.type(second(), `${password}!`);
  await user.click(button());
  expect(screen.getByText('The two are not the same.')).toBeTruthy();
  expect(document.activeElement).toBe(second());
  expect(environment.mock.getAllOperations()).toEqual([]);
});

it('says so when the link was used or has lapsed', async () => {
  const { user, environment } = await show();
  await user.type(first(), password);
  await user.type(second(), password);
  await user.click(button());
  const userErrors = [{ code: 'EXPIRED', message: 'This link was used before.', field: ['input', 'token'] }];
  environment.mock.resolveMostRecentOperation({ data: { redeemSignInLink: { viewer: null, userErrors } } });
  expect((await screen.findByRole('alert')).textContent).toBe('This link was used before.');
});

it('says that a link without a token is not whole', async () => {
  await show('/sign-in-link');
  expect(screen.getByRole('heading', { name: 'This link is not whole' })).toBeTruthy();
  expect(screen.queryByRole('button', { name: /Set password/ })).toBeNull();
});
