import { useEffect, useEffectEvent } from 'react';
import { graphql, useRelayEnvironment } from 'react-relay';
import { type IEnvironment, requestSubscription } from 'relay-runtime';
import type {
  useDelegationChangesSubscription,
  useDelegationChangesSubscription$data,
} from '../__generated__/useDelegationChangesSubscription.graphql';
import { connection } from '../graphql/live';

/** Several changes within this time, in milliseconds, are one reason to read again. */
const pause = 250;

export type DelegationChange = useDelegationChangesSubscription$data['delegatedAdminsChanged'];
type Listener = (change: DelegationChange | null) => void;

/** All who listen share one stream: a browser opens only six connections to a server, over all of its tabs. */
const streams = new WeakMap<IEnvironment, { listeners: Set<Listener>; stop: () => void }>();

const subscription = graphql`
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
`;

function listen(environment: IEnvironment, listener: Listener): () => void {
  const stream = streams.get(environment) ?? open(environment);
  stream.listeners.add(listener);
  return () => {
    stream.listeners.delete(listener);
    if (stream.listeners.size === 0) stream.stop();
  };
}

function open(environment: IEnvironment) {
  const listeners = new Set<Listener>();
  const tell = (change: DelegationChange | null) => {
    for (const listener of listeners) listener(change);
  };
  const missed = () => tell(null);
  const { dispose } = requestSubscription<useDelegationChangesSubscription>(environment, {
    subscription,
    variables: {},
    onNext: (message) => message && tell(message.delegatedAdminsChanged),
    onError: () => stop(), // refused: the pages' own queries tell why
  });
  connection.addEventListener('reconnected', missed);
  const stop = () => {
    streams.delete(environment);
    connection.removeEventListener('reconnected', missed);
    dispose();
  };
  const stream = { listeners, stop };
  streams.set(environment, stream);
  return stream;
}

/**
 * Listens to every change of the delegations that the viewer may see, on either side. `onSettled` is called once the
 * changes pause: read the list again. `onChange` gets each one at once, and null when some may have been missed.
 */
export function useDelegationChanges(onSettled: () => void, onChange?: Listener): void {
  const environment = useRelayEnvironment();
  const settled = useEffectEvent(onSettled);
  const changed = useEffectEvent((change: DelegationChange | null) => onChange?.(change));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const leave = listen(environment, (change) => {
      changed(change);
      // From the first change on: a partner that is busy all the time does not keep a list from being read again.
      timer ??= setTimeout(() => {
        timer = undefined;
        settled();
      }, pause);
    });
    return () => {
      clearTimeout(timer);
      leave();
    };
  }, [environment]);
}
