import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import { renderPage } from '../testing/render';
import { DetailsPanel } from './DetailsPanel';

function List() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Fabrikam
      </button>
      <input aria-label="Search" />
      <DetailsPanel open={open} title="Fabrikam" onClose={() => setOpen(false)}>
        All of it
      </DetailsPanel>
    </>
  );
}

it('brings the focus back to where it was', async () => {
  const { user } = await renderPage(<List />);
  const row = screen.getByRole('button', { name: 'Fabrikam' });
  await user.click(row);
  await screen.findByText('All of it');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(row));
});

it('leaves the focus to who went on before the panel had left', async () => {
  const { user } = await renderPage(<List />);
  await user.click(screen.getByRole('button', { name: 'Fabrikam' }));
  await screen.findByText('All of it');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByText('All of it')).toBeNull());
  const field = screen.getByRole('textbox', { name: 'Search' });
  field.focus();
  await new Promise((resolve) => setTimeout(resolve, 400)); // longer than the panel takes
  expect(document.activeElement).toBe(field);
});
