import { screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { renderPage } from '../testing/render';
import { ChangeEmailDialog } from './ChangeEmailDialog';

const show = (email: string | null) => renderPage(<ChangeEmailDialog open email={email} onClose={vi.fn()} />);

it('sends a link to the present address, and says where it went', async () => {
  const { user, environment } = await show('adele@contoso.example');
  await user.type(await screen.findByLabelText(/New address/), ' adele@mail.example');
  await user.click(screen.getByRole('button', { name: 'Send link' }));
  const operation = environment.mock.getMostRecentOperation();
  expect(operation.request.variables.input).toEqual({ email: 'adele@mail.example' });
  environment.mock.resolve(operation, { data: { requestEmailChange: { userErrors: [] } } });
  expect((await screen.findByRole('status')).textContent).toContain('on its way to adele@contoso.example');
});

it('says at the input what is wrong with the address', async () => {
  const { user, environment } = await show('adele@contoso.example');
  await user.type(await screen.findByLabelText(/New address/), 'adele@contoso.example');
  await user.click(screen.getByRole('button', { name: 'Send link' }));
  const userErrors = [{ code: 'INVALID', message: 'That is your address already.', field: ['input', 'email'] }];
  environment.mock.resolveMostRecentOperation({ data: { requestEmailChange: { userErrors } } });
  expect(await screen.findByText('That is your address already.')).toBeTruthy();
});

it('asks for nothing where no address is known', async () => {
  await show(null);
  expect(await screen.findByText(/An administrator of your organization can enter one/)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Send link' })).toBeNull();
});
