import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderPage } from '../../testing/render';
import { WeeklyDigestPage } from './WeeklyDigestPage';

const show = async (path = '/weekly-digest#t0ken') => {
  const page = await renderPage(<WeeklyDigestPage />, { path, route: '/plain/weekly-digest' });
  await screen.findByRole('heading', { level: 1, name: 'Weekly mail' });
  return page;
};

it('stops nothing before somebody says so, and says so then', async () => {
  const { user, environment } = await show();
  expect(environment.mock.getAllOperations()).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Stop the weekly mail' }));
  const operation = environment.mock.getMostRecentOperation();
  expect(operation.request.variables.input).toEqual({ token: 't0ken' });
  environment.mock.resolve(operation, { data: { stopWeeklyDigest: { alreadyOff: false, userErrors: [] } } });
  expect((await screen.findByRole('status')).textContent).toContain('You get no weekly mail any more.');
});

it('says kindly that it is off already', async () => {
  const { user, environment } = await show();
  await user.click(screen.getByRole('button', { name: 'Stop the weekly mail' }));
  environment.mock.resolveMostRecentOperation({ data: { stopWeeklyDigest: { alreadyOff: true, userErrors: [] } } });
  expect((await screen.findByRole('status')).textContent).toContain('It is off already.');
});

it('says so when the link is too old', async () => {
  const { user, environment } = await show();
  await user.click(screen.getByRole('button', { name: 'Stop the weekly mail' }));
  const userErrors = [{ code: 'EXPIRED', message: 'This link is too old.', field: ['input', 'token'] }];
  environment.mock.resolveMostRecentOperation({ data: { stopWeeklyDigest: { alreadyOff: false, userErrors } } });
  expect((await screen.findByRole('alert')).textContent).toBe('This link is too old.');
});

it('says that a link without a token is not whole', async () => {
  await show('/weekly-digest');
  expect(screen.getByRole('heading', { name: 'This link is not whole' })).toBeTruthy();
});
