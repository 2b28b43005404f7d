/** How many users one request acts on at most. */
export const actAtOnce = 100;

/** “Adele Vance”, “2 users: Adele Vance, Megan Bowen”, or “25 users” when the names would not fit. */
export function namesOf(names: readonly string[]): string {
  const [first = ''] = names;
  if (names.length === 1) return first;
  const number = `${names.length.toLocaleString('en')} users`;
  return names.length <= 5 ? `${number}: ${names.join(', ')}` : number;
}
