import { useLayoutEffect } from 'react';

/** Names the browser's tab: “Delegated admins · Delegated Admin”. Parts that are empty are left out. */
export function useDocumentTitle(...parts: (string | null | undefined | false)[]): void {
  const title = [...parts.filter(Boolean), 'Delegated Admin'].join(' · ');
  // With the page, not after it: a customer's name goes with what the page showed of it.
  useLayoutEffect(() => {
    document.title = title;
  }, [title]);
}
