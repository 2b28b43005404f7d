import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderPage } from '../testing/render';
import { WeeklyDigestDialog } from './WeeklyDigestDialog';

it('turns the weekly mail off in one click, and says why it could not', async () => {
  const page = <WeeklyDigestDialog open wanted email="admin@contoso.example" onClose={vi.fn()} />;
  const { user, environment } = await renderPage(page);
  await user.click(await screen.findByRole('switch', { name: 'Send me the weekly mail' }));
  const operation = environment.mock.getMostRecentOperation();
  expect(operation.request.variables.input).toEqual({ enabled: false });
  environment.mock.reject(operation, new Error('no network'));
  expect((await screen.findByRole('alert')).textContent).not.toBe('');
  expect(screen.getByRole('switch')).toHaveProperty('checked', true);
});
