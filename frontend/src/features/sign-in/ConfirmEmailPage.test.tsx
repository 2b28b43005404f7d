import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '../../testing/render';
import { ConfirmEmailPage } from './ConfirmEmailPage';

const show = async (path = '/confirm-email#t0ken') => {
  const page = await renderPage(<ConfirmEmailPage />, { path, route: '/plain/confirm-email' });
  await screen.findByRole('heading', { level: 1, name: 'Confirm your new address' });
  return page;
};

it('changes nothing before somebody says so, and tells the new address then', async () => {
  const { user, environment } = await show();
  expect(environment.mock.getAllOperations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Use the new address' }));
  const operation = environment.mock.getMostRecentOperation();
  expect(operation.request.variables.input).toEqual({ token: 't0ken' });
  environment.mock.resolve(operation, {
    data: { confirmEmailChange: { email: 'adele@mail.example', userErrors: [] } },
  });
  expect((await screen.findByRole('status')).textContent).toContain('adele@mail.example');
});

it('says so when the link was used or has lapsed', async () => {
  const { user, environment } = await show();
  await user.click(screen.getByRole('button', { name: 'Use the new address' }));
  const userErrors = [
    { code: 'EXPIRED', message: 'This link has been used, or is too old.', field: ['input', 'token'] },
  ];
  environment.mock.resolveMostRecentOperation({ data: { confirmEmailChange: { email: null, userErrors } } });
  expect((await screen.findByRole('alert')).textContent).toBe('This link has been used, or is too old.');
});

it('says that a link without a token is not whole', async () => {
  await show('/confirm-email');
  expect(screen.getByRole('heading', { name: 'This link is not whole' })).toBeTruthy();
});
