import type { Choice } from './OfferReview';

/** What a person chose on the authorization page so far. */
export interface Draft {
  readonly choice: Choice;
  readonly answer: 'yes' | 'no' | undefined;
}

// In memory alone: it outlives the way to the sign-in page and back, and nothing else. A link's token is never stored.
let kept: { token: string; draft: Draft } | undefined;

/** Keeps what was chosen while the person signs in. */
export function keepDraft(token: string, draft: Draft): void {
  kept = { token, draft };
}

/** What was chosen before signing in, until it is forgotten. Rendering may read it more than once. */
export function keptDraft(token: string): Draft | undefined {
  return kept?.token === token ? kept.draft : undefined;
}

/** It is on the page now: once is enough. */
export function forgetDraft(): void {
  kept = undefined;
}
