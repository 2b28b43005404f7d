import { messageOf } from '../../graphql/errors';
import type { Line, NewUser } from './importLines';

/** Where an import is: between two of these states stands a press of a button. */
export type Phase = 'checking' | 'checked' | 'importing' | 'imported';

/** What became of a line: `fits` after the check, `created` after the import, `there` when nothing was left to do. */
export type LineState = 'waiting' | 'fits' | 'created' | 'there' | 'problem';

export interface LineResult {
  readonly state: LineState;
  /** Why not. */
  readonly why?: string;
}

/** The server's word on one line. */
export interface Answer {
  readonly created: boolean;
  readonly there: boolean;
  readonly faults: readonly string[];
}

/** Before the server was asked. */
export function begin(lines: readonly Line[]): LineResult[] {
  return lines.map(({ fault }) => (fault === undefined ? { state: 'waiting' } : { state: 'problem', why: fault }));
}

/**
 * Sends the lines that are in `from` to the server, so many at once and one request after the other, and tells after each
 * how far it is. Ends early when it is canceled, or when a request fails as a whole: then it throws, and what was not sent
 * yet keeps its state. A line that is sent again is no fault.
 */
export async function run(
  lines: readonly Line[],
  before: readonly LineResult[],
  from: LineState,
  options: {
    atOnce: number;
    send: (users: readonly NewUser[]) => Promise<readonly Answer[]>;
    onProgress: (results: LineResult[], done: number) => void;
    signal: AbortSignal;
  },
): Promise<LineResult[]> {
  const { atOnce, send, onProgress, signal } = options;
  const results = [...before];
  const todo = lines.flatMap(({ user }, at) => (user && before[at]?.state === from ? [{ user, at }] : []));
  for (let start = 0; start < todo.length && !signal.aborted; start += atOnce) {
    const batch = todo.slice(start, start + atOnce);
    const answers = await send(batch.map(({ user }) => user));
    batch.forEach(({ at }, index) => {
      const answer = answers[index];
      if (answer) results[at] = resultOf(answer);
    });
    onProgress([...results], Math.min(start + atOnce, todo.length));
  }
  return results;
}

function resultOf({ created, there, faults }: Answer): LineResult {
  if (faults.length > 0) return { state: 'problem', why: faults.join(' ') };
  if (created) return { state: 'created' };
  return { state: there ? 'there' : 'fits' };
}

/** How many lines are in each state. */
export function countsOf(results: readonly LineResult[]): Readonly<Record<LineState, number>> {
  const counts = { waiting: 0, fits: 0, created: 0, there: 0, problem: 0 };
  for (const { state } of results) counts[state]++;
  return counts;
}

const words: Readonly<Record<LineState, string>> = {
  waiting: 'Not sent',
  fits: 'Can be created',
  created: 'Created',
  there: 'Already there',
  problem: 'Not possible',
};

/** “Created”, or why not. */
export function inWords({ state, why }: LineResult): string {
  return why ?? words[state];
}

/** The results as the lines of a file. */
export function resultRows(lines: readonly Line[], results: readonly LineResult[]): string[][] {
  return [
    ['Line', 'User name', 'Display name', 'Result', 'Why not'],
    ...lines.map((line, at) => {
      const result = results[at] ?? { state: 'waiting' };
      return [String(line.number), line.userName, line.displayName, words[result.state], result.why ?? ''];
    }),
  ];
}

/** Why a whole request failed, in words for the page. */
export function failure(error: unknown): string {
  return `${messageOf(error)} What was done until then stays, and is told below. Go on where it ended: nothing is created twice.`;
}
