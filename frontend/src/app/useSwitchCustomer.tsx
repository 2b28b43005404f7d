import { type RefObject, useState } from 'react';
import { lazily } from '../components/lazily';
import { Opened } from '../components/Opened';

const SwitchCustomerDialog = lazily(
  async () => (await import('../features/search/SwitchCustomerDialog')).SwitchCustomerDialog,
);

/** The way to another customer, for people of a partner: `begin` opens the dialog, whoever leaves it is back at `back`. */
export function useSwitchCustomer(userId: string, back: RefObject<HTMLElement | null>) {
  const [open, setOpen] = useState(false);
  const end = (gone: boolean) => {
    setOpen(false);
    if (!gone) setTimeout(() => back.current?.focus(), 50); // after the dialog gave it up
  };
  return {
    begin: () => setOpen(true),
    preload: SwitchCustomerDialog.preload,
    dialog: (
      <Opened when={open}>
        <SwitchCustomerDialog open={open} userId={userId} onClose={end} />
      </Opened>
    ),
  };
}
