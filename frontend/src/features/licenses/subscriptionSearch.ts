/** What the list of subscriptions shows, as it stands in the address. */
export interface SubscriptionSearch {
  product?: string | undefined;
  kind?: string | undefined;
  ends?: string | undefined;
  seats?: string | undefined;
}

export const kindChoices = [
  { value: '', label: 'Kind: all' },
  { value: 'trial', label: 'Trial' },
  { value: 'purchase', label: 'Purchase' },
] as const;

export const endsChoices = [
  { value: '', label: 'Until: all' },
  { value: 'soon', label: 'Ends within 30 days' },
  { value: 'later', label: 'Not ended' },
  { value: 'ended', label: 'Ended' },
] as const;

export const seatsChoices = [
  { value: '', label: 'Seats: all' },
  { value: 'free', label: 'With free seats' },
  { value: 'none', label: 'Without free seats' },
] as const;

export function isFiltered({ product, kind, ends, seats }: SubscriptionSearch): boolean {
  return [product, kind, ends, seats].some(Boolean);
}

/** Takes every filter away. */
export const unfiltered: SubscriptionSearch = {
  product: undefined,
  kind: undefined,
  ends: undefined,
  seats: undefined,
};

/** The filter of the API for what stands in the address. `soon` is the moment before which an end is near. */
export function filterOf({ product, kind, ends, seats }: SubscriptionSearch, soon: string) {
  return {
    ...(product ? { productId: product } : {}),
    ...(kind === 'trial' || kind === 'purchase'
      ? { kind: kind === 'trial' ? ('TRIAL' as const) : ('PURCHASE' as const) }
      : {}),
    ...(ends === 'soon' ? { ended: false, endsBefore: soon } : {}),
    ...(ends === 'later' || ends === 'ended' ? { ended: ends === 'ended' } : {}),
    ...(seats === 'free' || seats === 'none' ? { available: seats === 'free' } : {}),
  };
}
