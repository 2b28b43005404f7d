import { useSyncExternalStore } from 'react';

/** How long a reason may be, in characters: the API's limit. */
export const longestJustification = 500;

const kept = (organizationId: string) => `justification:${organizationId}`;
const listeners = new Set<() => void>();
let working: string | undefined;

/** Says which customer's pages are on screen. */
export function workFor(organizationId: string | undefined): void {
  working = organizationId;
}

/** Why the person works for the customer whose pages are on screen, as they said; undefined when they did not. */
export function justification(): string | undefined {
  return working === undefined ? undefined : justificationFor(working);
}

/** Keeps it for the customer, for as long as the tab is open. */
export function justify(organizationId: string, reason: string): void {
  sessionStorage.setItem(kept(organizationId), reason.trim());
  for (const listener of listeners) listener();
}

export function useJustification(organizationId: string): string | undefined {
  return useSyncExternalStore(subscribe, () => justificationFor(organizationId));
}

function justificationFor(organizationId: string): string | undefined {
  return sessionStorage.getItem(kept(organizationId)) || undefined;
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
