import { startTransition } from 'react';

const pageSize = 20;

/** Reads a list in pages again, as much of it as is shown. */
export function useReadAgain(
  refetch: (variables: { count?: number | null }, options: { fetchPolicy: 'network-only' }) => unknown,
  shown: number,
): () => void {
  return () =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(shown, pageSize), 100) }, { fetchPolicy: 'network-only' });
    });
}
