import { useCallback, useSyncExternalStore } from 'react';

/** Whether the media query matches now. */
export function useMediaQuery(query: string): boolean {
  const listen = useCallback(
    (listener: () => void) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(listen, () => window.matchMedia(query).matches);
}

/** The widths at which the frame changes. */
export const phone = '(max-width: 639.98px)';
export const narrow = '(max-width: 1023.98px)';
