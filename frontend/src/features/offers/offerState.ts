/** The states of an offer, as people read them. */
export const offerStates = {
  PENDING: { label: 'Waiting', color: 'brand' },
  ACCEPTED: { label: 'Accepted', color: 'success' },
  DECLINED: { label: 'Declined', color: 'danger' },
  WITHDRAWN: { label: 'Withdrawn', color: 'informative' },
  EXPIRED: { label: 'Lapsed', color: 'informative' },
} as const;

export type OfferState = keyof typeof offerStates;

/** The state of this name, such as from an address. */
export function offerStateOf(name: string | undefined): OfferState | undefined {
  return name !== undefined && Object.hasOwn(offerStates, name) ? (name as OfferState) : undefined;
}
