import { FluentProvider } from '@fluentui/react-components';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { UserErrors } from '../graphql/errors';
import { ConfirmDialog } from './ConfirmDialog';
import { Still } from './Still';

const first = { title: 'Delete Fabrikam?', body: 'They lose access at once.', yes: 'Yes', no: 'No' };
const second = { title: 'Confirm', body: 'This can’t be undone.', yes: 'Delete', no: 'Cancel', danger: true };

function show(onConfirm: () => Promise<unknown>) {
  const onClose = vi.fn();
  render(
    <FluentProvider>
      <ConfirmDialog open steps={[first, second]} onConfirm={onConfirm} onClose={onClose} />
    </FluentProvider>,
  );
  return { onClose, user: userEvent.setup() };
}
const button = (name: string) => screen.getByRole('button', { name });

it('does nothing before the last Yes', async () => {
  const onConfirm = vi.fn(async () => undefined);
  const { onClose, user } = show(onConfirm);
  await user.click(button('Yes'));
  expect(screen.getByRole('heading', { name: 'Confirm' })).toBeTruthy();
  expect(onConfirm).not.toHaveBeenCalled();
  await user.click(button('Delete'));
  await waitFor(() => expect(onClose).toHaveBeenCalledExactlyOnceWith(true));
  expect(onConfirm).toHaveBeenCalledOnce();
});

it('offers the safe answer first, in each step', async () => {
  const { user } = show(async () => undefined);
  await waitFor(() => expect(document.activeElement).toBe(button('No')));
  await user.click(button('Yes'));
  await waitFor(() => expect(document.activeElement).toBe(button('Cancel')));
});

it('takes Escape for No', async () => {
  const onConfirm = vi.fn(async () => undefined);
  const { onClose, user } = show(onConfirm);
  await waitFor(() => expect(document.activeElement).toBe(button('No')));
  await user.keyboard('{Escape}');
  expect(onClose).toHaveBeenCalledExactlyOnceWith(false);
  expect(onConfirm).not.toHaveBeenCalled();
});

it('is busy while it runs, and can’t be pressed twice', async () => {
  let finish = () => undefined as undefined | undefined;
  const onConfirm = vi.fn(
    () =>
      new Promise<void>((resolve) => {
        finish = () => void resolve() as undefined;
      }),
  );
  const { onClose, user } = show(onConfirm);
  await user.click(button('Yes'));
  await user.click(button('Delete'));
  await user.click(button('Delete'));
  expect(onConfirm).toHaveBeenCalledOnce();
  expect(onClose).not.toHaveBeenCalled();
  finish();
  await waitFor(() => expect(onClose).toHaveBeenCalledExactlyOnceWith(true));
});

it('keeps what it said while it fades out', () => {
  // jsdom fades nothing: what stands inside a dialog is shown by itself.
  const inside = (open: boolean, text: string) => <Still still={!open}>{text}</Still>;
  const { container, rerender } = render(inside(true, 'Delete Fabrikam?'));
  rerender(inside(false, 'Delete 0 delegated admins?'));
  expect(container.textContent).toBe('Delete Fabrikam?');
  rerender(inside(true, 'Delete Wingtip?'));
  expect(container.textContent).toBe('Delete Wingtip?');
});

it('begins with the first question each time', async () => {
  const dialog = (open: boolean) => (
    <FluentProvider>
      <ConfirmDialog open={open} steps={[first, second]} onConfirm={async () => undefined} onClose={() => undefined} />
    </FluentProvider>
  );
  const { rerender } = render(dialog(true));
  await userEvent.setup().click(button('Yes'));
  expect(screen.getByRole('heading', { name: 'Confirm' })).toBeTruthy();
  rerender(dialog(false));
  rerender(dialog(true));
  expect(await screen.findByRole('heading', { name: 'Delete Fabrikam?' })).toBeTruthy();
});

it('stays and says why when it fails', async () => {
  const { onClose, user } = show(async () => {
    throw new UserErrors([{ code: 'CONFLICT', message: 'It has changed meanwhile.' }]);
  });
  await user.click(button('Yes'));
  await user.click(button('Delete'));
  expect((await screen.findByRole('alert')).textContent).toContain('It has changed meanwhile.');
  expect(onClose).not.toHaveBeenCalled();
  expect(button('Delete').getAttribute('aria-disabled')).not.toBe('true');
});
