import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

/**
 * The state of a page as it stands in its address, and how to change parts of it; undefined takes one out. `open` keeps the
 * way back: for what is opened, such as a panel.
 */
export function useAddress() {
  const state = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = useCallback(
    (part: object, replace: boolean) =>
      void navigate({
        to: '.',
        search: ((now: object) => ({ ...now, ...part })) as never,
        replace,
        resetScroll: false,
      }),
    [navigate],
  );
  const change = useCallback((part: object) => go(part, true), [go]);
  const open = useCallback((part: object) => go(part, false), [go]);
  return { state, change, open };
}
