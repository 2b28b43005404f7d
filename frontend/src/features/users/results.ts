import { type ItemResult, resultOf } from '../../components/EachDialog';

/** How many users one request acts on at most. */
export const actAtOnce = 100;

/** The API's results for several users, as the dialog tells them: `done` goes on after a name. */
export function resultsOf(results: readonly Parameters<typeof resultOf>[0][], done: string): ItemResult[] {
  return results.map((result) => resultOf(result, done));
}

/** “Adele Vance”, “2 users: Adele Vance, Megan Bowen”, or “25 users” when the names would not fit. */
export function namesOf(names: readonly string[]): string {
  const [first = ''] = names;
  if (names.length === 1) return first;
  const number = `${names.length.toLocaleString('en')} users`;
  return names.length <= 5 ? `${number}: ${names.join(', ')}` : number;
}
