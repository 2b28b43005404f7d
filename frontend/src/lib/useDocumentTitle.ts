import { useEffect } from 'react';

/** Names the browser's tab: “Delegated admins · Delegated Admin”. Parts that are empty are left out. */
export function useDocumentTitle(...parts: (string | null | undefined | false)[]): void {
  const title = [...parts.filter(Boolean), 'Delegated Admin'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
