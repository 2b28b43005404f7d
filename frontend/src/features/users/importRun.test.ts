import { expect, it } from 'vitest';
import { ApiError } from '../../graphql/errors';
import { type Line, linesOf, mappingOf } from './importLines';
import { type Answer, begin, countsOf, inWords, resultRows, run } from './importRun';

const head = ['user name', 'display name'];
const linesFor = (...names: string[]): Line[] =>
  linesOf(
    names.map((name) => [name, name === '' ? 'Nobody' : `The ${name}`]),
    mappingOf(head),
  );
const fits: Answer = { created: false, there: false, faults: [] };
const created: Answer = { created: true, there: true, faults: [] };

it('sends only what is possible, so many at once and one request after the other', async () => {
  const lines = linesFor('a', 'b', '', 'c', 'a', 'd', 'e');
  const sent: string[][] = [];
  const progress: number[] = [];
  let running = 0;
  const results = await run(lines, begin(lines), 'waiting', {
    atOnce: 2,
    signal: new AbortController().signal,
    send: async (users) => {
      expect(++running).toBe(1);
      sent.push(users.map(({ userName }) => userName));
      await Promise.resolve();
      running--;
      return users.map(() => fits);
    },
    onProgress: (_, done) => progress.push(done),
  });
  expect(sent).toEqual([['a', 'b'], ['c', 'd'], ['e']]);
  expect(progress).toEqual([2, 4, 5]);
  expect(results.map(({ state }) => state)).toEqual(['fits', 'fits', 'problem', 'fits', 'problem', 'fits', 'fits']);
});

it('tells created, there already and not possible apart', async () => {
  const lines = linesFor('a', 'b', 'c');
  const results = await run(lines, begin(lines), 'waiting', {
    atOnce: 100,
    signal: new AbortController().signal,
    send: async () => [
      created,
      { created: false, there: true, faults: [] },
      { created: false, there: false, faults: ['This domain is not yours.'] },
    ],
    onProgress: () => undefined,
  });
  expect(results.map(inWords)).toEqual(['Created', 'Already there', 'This domain is not yours.']);
  expect(countsOf(results)).toEqual({ waiting: 0, fits: 0, created: 1, there: 1, problem: 1 });
  expect(resultRows(lines, results).at(-1)).toEqual(['4', 'c', 'The c', 'Not possible', 'This domain is not yours.']);
});

it('stops between two requests when it is canceled, and goes on where it ended', async () => {
  const lines = linesFor('a', 'b', 'c', 'd');
  const controller = new AbortController();
  const first = await run(lines, begin(lines), 'waiting', {
    atOnce: 2,
    signal: controller.signal,
    send: async () => {
      controller.abort();
      return [fits, fits];
    },
    onProgress: () => undefined,
  });
  expect(first.map(({ state }) => state)).toEqual(['fits', 'fits', 'waiting', 'waiting']);
  const sent: string[] = [];
  await run(lines, first, 'waiting', {
    atOnce: 2,
    signal: new AbortController().signal,
    send: async (users) => {
      sent.push(...users.map(({ userName }) => userName));
      return [fits, fits];
    },
    onProgress: () => undefined,
  });
  expect(sent).toEqual(['c', 'd']);
});

it('keeps what was done when a request fails as a whole', async () => {
  const lines = linesFor('a', 'b');
  let told = begin(lines);
  let requests = 0;
  const going = run(lines, told, 'waiting', {
    atOnce: 1,
    signal: new AbortController().signal,
    send: async () => {
      if (++requests === 2) throw new ApiError('NETWORK', 'gone');
      return [created];
    },
    onProgress: (now) => {
      told = now;
    },
  });
  await expect(going).rejects.toThrow('gone');
  expect(told.map(({ state }) => state)).toEqual(['created', 'waiting']);
});
