import type { ItemResult } from '../../components/EachDialog';

/** What the API says about one person, as the dialog tells it: `done` goes on after the name. */
export function resultOf(
  result: { readonly id: string; readonly userErrors: readonly { readonly message: string }[] },
  done: string,
): ItemResult {
  const { id, userErrors } = result;
  return userErrors.length === 0 ? { id, done } : { id, why: userErrors.map(({ message }) => message).join(' ') };
}
