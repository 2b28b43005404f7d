import { useEffect, useEffectEvent, useRef } from 'react';
import { graphql } from 'react-relay';
import type {
  useDelegationChangesSubscription,
  useDelegationChangesSubscription$data,
} from '../__generated__/useDelegationChangesSubscription.graphql';
import { useLive } from '../graphql/useLive';

/** Several changes within this time, in milliseconds, are one reason to read again. */
const pause = 250;

type Change = useDelegationChangesSubscription$data['delegatedAdminsChanged'];

/**
 * Listens to every change of the delegations that the viewer may see, on either side. `onSettled` is called once the
 * changes pause: read the list again. `onChange` gets each one at once, and null when some may have been missed.
 */
export function useDelegationChanges(onSettled: () => void, onChange?: (change: Change | null) => void): void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const settled = useEffectEvent(onSettled);
  useEffect(() => () => clearTimeout(timer.current), []);
  const again = useEffectEvent(() => {
    // From the first change on: a partner that is busy all the time does not keep a list from being read again.
    timer.current ??= setTimeout(() => {
      timer.current = undefined;
      settled();
    }, pause);
  });
  useLive<useDelegationChangesSubscription>(
    graphql`
      subscription useDelegationChangesSubscription {
        delegatedAdminsChanged {
          kind
          delegationId
          delegation {
            id
            status
            version
            expiresAt
            lastActivityAt
            viewerCanDelete
          }
        }
      }
    `,
    {},
    (message) => {
      onChange?.(message?.delegatedAdminsChanged ?? null);
      again();
    },
  );
}
