import { screen, waitFor } from '@testing-library/react';
import type { OperationDescriptor } from 'relay-runtime';
import { createMockEnvironment, MockPayloadGenerator } from 'relay-test-utils';
import { expect, it } from 'vitest';
import { renderPage } from '../../testing/render';
import { SignInPage } from './SignInPage';

const account = {
  userName: 'admin@contoso.example',
  displayName: 'Ada Contoso',
  organizationName: 'Contoso',
  description: 'Global Administrator of a customer',
  password: 'delegated-demo',
};
const signedOut = (demoAccounts: object[] = [account]) => ({
  data: { installation: { demoAccounts }, viewer: null },
});
const signedIn = (operation: OperationDescriptor) => MockPayloadGenerator.generate(operation);

async function show(path = '/sign-in', answer = signedOut()) {
  const environment = createMockEnvironment();
  environment.mock.queueOperationResolver(() => answer);
  const page = await renderPage(<SignInPage />, { path, route: '/plain/sign-in', environment });
  await screen.findByRole('heading', { name: 'Sign in' });
  return page;
}
const inputOf = (operation: OperationDescriptor) => operation.request.variables.input;
const button = (name: RegExp | string) => screen.getByRole('button', { name });

it('signs in with what was typed and goes on to the page that was wanted', async () => {
  const { user, environment, environments, router } = await show('/sign-in?return=%2Fsupport%2Fdelegated-admins');
  await user.type(screen.getByLabelText(/User name/), ' adele@contoso.example ');
  await user.type(screen.getByLabelText(/Password/), 'delegated-demo');
  await user.click(button('Sign in'));
  const operation = environment.mock.getMostRecentOperation();
  expect(inputOf(operation)).toEqual({ userName: 'adele@contoso.example', password: 'delegated-demo' });
  environment.mock.resolve(operation, { data: { signIn: { viewer: { user: { id: 'usr_1' } }, userErrors: [] } } });

  // A new environment asks again who is there.
  await waitFor(() => expect(environments.length).toBe(2));
  await waitFor(() => environments[1]?.mock.resolveMostRecentOperation(signedIn));
  await waitFor(() => expect(router.latestLocation.href).toBe('/support/delegated-admins'));
});

it('brings back a link’s token without ever putting it where a server sees it', async () => {
  const environment = createMockEnvironment();
  environment.mock.queueOperationResolver(signedIn);
  const path = '/sign-in?return=%2Fauthorize#t0ken';
  const { router } = await renderPage(<SignInPage />, { path, route: '/plain/sign-in', environment });
  await waitFor(() => expect(router.latestLocation.href).toBe('/authorize#t0ken'));
});

it('does not follow an address of somebody else', async () => {
  const environment = createMockEnvironment();
  environment.mock.queueOperationResolver(signedIn);
  const path = '/sign-in?return=%2F%2Fevil.example';
  const { router } = await renderPage(<SignInPage />, { path, route: '/plain/sign-in', environment });
  await waitFor(() => expect(router.latestLocation.href).toBe('/'));
});

it('says why it did not work, empties the password and asks for it again', async () => {
  const { user, environment } = await show();
  await user.type(screen.getByLabelText(/User name/), 'adele@contoso.example');
  await user.type(screen.getByLabelText(/Password/), 'wrong');
  await user.click(button('Sign in'));
  const message = 'The user name and the password do not belong together.';
  environment.mock.resolveMostRecentOperation({
    data: { signIn: { viewer: null, userErrors: [{ code: 'WRONG_CREDENTIALS', message, field: null }] } },
  });
  expect((await screen.findByRole('alert')).textContent).toBe(message);
  const password = screen.getByLabelText<HTMLInputElement>(/Password/);
  expect(password.value).toBe('');
  expect(document.activeElement).toBe(password);
});

it('asks for what is missing and sends nothing', async () => {
  const { user, environment } = await show();
  await user.click(button('Sign in'));
  expect(screen.getByText('Enter your user name.')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText(/User name/));
  expect(environment.mock.getAllOperations()).toEqual([]);
});

it('signs in with one click on an account of the demo', async () => {
  const { user, environment } = await show();
  await user.click(button(/Ada Contoso/));
  expect(inputOf(environment.mock.getMostRecentOperation())).toEqual({
    userName: 'admin@contoso.example',
    password: 'delegated-demo',
  });
});

it('shows no accounts outside the demo', async () => {
  await show('/sign-in', signedOut([]));
  expect(screen.queryByRole('heading', { name: /demo/ })).toBeNull();
});
