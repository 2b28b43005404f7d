import { useEffect, useEffectEvent, useMemo } from 'react';
import { useSubscription } from 'react-relay';
import type { GraphQLTaggedNode, OperationType } from 'relay-runtime';
import { connection } from './live';

/**
 * Listens while the component is on screen. `onChange` gets each message, and null after the connection was lost and
 * found again: then something may have been missed, and what is shown should be read again.
 */
export function useLive<S extends OperationType>(
  subscription: GraphQLTaggedNode,
  variables: S['variables'],
  onChange: (message: S['response'] | null) => void,
): void {
  const changed = useEffectEvent(onChange);
  const key = JSON.stringify(variables);
  // biome-ignore lint/correctness/useExhaustiveDependencies: variables are compared by value
  const config = useMemo(
    () => ({
      subscription,
      variables,
      onNext: (message: S['response'] | null | undefined) => {
        if (message) changed(message);
      },
      onError: () => undefined, // refused: the page's own query tells why
    }),
    [subscription, key],
  );
  useSubscription<S>(config);
  useEffect(() => {
    const again = () => changed(null);
    connection.addEventListener('reconnected', again);
    return () => connection.removeEventListener('reconnected', again);
  }, []);
}
