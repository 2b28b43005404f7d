import { useRef, useState } from 'react';

/** What can be done with several users at once. */
export type ActionKind = 'reset' | 'enable' | 'disable' | 'delete' | 'restore' | 'roles' | 'licenses';

/** A user with whom something is to be done, as the person saw them. */
export interface ActedOn {
  readonly id: string;
  readonly displayName: string;
  readonly email?: string | null | undefined;
}

/** What is being done with which users, and what was done last. */
export interface UserActions {
  readonly kind: ActionKind;
  /** Empty: nothing is asked. */
  readonly users: readonly ActedOn[];
  /** What was done, in a sentence. */
  readonly told: string;
  readonly begin: (kind: ActionKind, users: readonly ActedOn[]) => void;
  readonly tell: (what: string) => void;
  /** A few of them are done, or refused. */
  readonly onProgress: () => unknown;
  /** It is over; `told` is empty when nothing was done. */
  readonly end: (told: string) => void;
}

/** Asks what is to be done with users, one thing after the other, and remembers what to tell of it. */
export function useUserActions(props: {
  /** What is shown may have changed. */
  onChange: () => unknown;
  onDone: (kind: ActionKind) => void;
}): UserActions {
  const [kind, setKind] = useState<ActionKind>('reset');
  const [users, setUsers] = useState<readonly ActedOn[]>([]);
  const [told, setTold] = useState('');
  const before = useRef<Element | null>(null);
  return {
    kind,
    users,
    told,
    begin: (next, some) => {
      before.current = document.activeElement;
      setTold('');
      setKind(next);
      setUsers(some);
    },
    tell: setTold,
    onProgress: props.onChange,
    end: (what) => {
      setUsers([]);
      setTold(what);
      if (what !== '') props.onDone(kind);
      else {
        const { current } = before;
        // After the dialog has given it up.
        if (current instanceof HTMLElement) setTimeout(() => current.focus(), 50);
      }
    },
  };
}
