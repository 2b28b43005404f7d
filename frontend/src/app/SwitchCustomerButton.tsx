import { Button } from '@fluentui/react-components';
import { BuildingMultipleRegular } from '@fluentui/react-icons/svg/building-multiple';
import { useRef, useState } from 'react';
import { lazily } from '../components/lazily';
import { Opened } from '../components/Opened';
import { useBarButtonStyles } from './barButton';

const SwitchCustomerDialog = lazily(
  async () => (await import('../features/search/SwitchCustomerDialog')).SwitchCustomerDialog,
);

/** Opens the way to another customer, for people of a partner. On phones there is no room for it: the search finds them. */
export function SwitchCustomerButton(props: { userId: string }) {
  const bar = useBarButtonStyles();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const end = (gone: boolean) => {
    setOpen(false);
    if (!gone) setTimeout(() => button.current?.focus(), 50); // after the dialog gave it up
  };
  return (
    <>
      <Button
        ref={button}
        appearance="transparent"
        className={bar.button}
        aria-label="Switch customer"
        aria-haspopup="dialog"
        icon={<BuildingMultipleRegular />}
        onPointerEnter={SwitchCustomerDialog.preload}
        onFocus={SwitchCustomerDialog.preload}
        onClick={() => setOpen(true)}
      />
      <Opened when={open}>
        <SwitchCustomerDialog open={open} userId={props.userId} onClose={end} />
      </Opened>
    </>
  );
}
