const most = 8;

const keyOf = (userId: string) => `recent-customers:${userId}`;

/**
 * The customers on whose behalf a person was last in this browser, the latest first: their ids alone, so that nothing of them
 * is left here when the access has ended.
 */
export function recentCustomers(userId: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId)) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return []; // no storage, or not ours
  }
}

/** Puts a customer at the head of them. */
export function visitCustomer(userId: string, organizationId: string): void {
  const kept = [organizationId, ...recentCustomers(userId).filter((id) => id !== organizationId)].slice(0, most);
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(kept));
  } catch {
    // Without storage there are none.
  }
}
