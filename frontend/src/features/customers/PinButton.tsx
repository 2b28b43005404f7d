import { Button } from '@fluentui/react-components';
import { PinFilled, PinRegular } from '@fluentui/react-icons/svg/pin';
import { graphql, useFragment } from 'react-relay';
import type { PinButton_delegation$key } from '../../__generated__/PinButton_delegation.graphql';
import { useToast } from '../../components/Toasts';
import { messageOf } from '../../graphql/errors';
import { useSetPinned } from './useSetPinned';

/** Pins a customer for the person alone, so that it stands first where they switch customers. */
export function PinButton(props: { delegation: PinButton_delegation$key }) {
  const { id, viewerPinned, customer } = useFragment(
    graphql`
      fragment PinButton_delegation on Delegation {
        id
        viewerPinned
        customer {
          displayName
        }
      }
    `,
    props.delegation,
  );
  const tell = useToast();
  const [set, busy] = useSetPinned();
  const toggle = async () => {
    if (busy) return;
    try {
      await set({ input: { delegationId: id, pinned: !viewerPinned } });
    } catch (caught) {
      tell('The pin was not changed', { body: messageOf(caught), intent: 'error' });
    }
  };
  return (
    <Button
      appearance="subtle"
      size="small"
      aria-label={`Pin ${customer.displayName}`}
      aria-pressed={viewerPinned}
      icon={viewerPinned ? <PinFilled /> : <PinRegular />}
      onClick={() => void toggle()}
    />
  );
}
