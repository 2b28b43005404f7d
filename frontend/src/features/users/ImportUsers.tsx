import { useEffect, useRef, useState } from 'react';
import { UserErrors } from '../../graphql/errors';
import { ChooseFile } from './ChooseFile';
import { ImportProgress } from './ImportProgress';
import type { Line, NewUser } from './importLines';
import { begin, failure, type LineResult, type LineState, type Phase, run } from './importRun';
import { createAtOnce, useCreateUsers } from './useCreateUsers';

/** Creates users from a file: choose it, have every line checked, and then import. */
export function ImportUsers(props: { organizationId: string; base: string }) {
  const { organizationId, base } = props;
  const [lines, setLines] = useState<readonly Line[]>();
  const [results, setResults] = useState<readonly LineResult[]>([]);
  const [phase, setPhase] = useState<Phase>('checking');
  const [done, setDone] = useState(0);
  const [error, setError] = useState('');
  const [create] = useCreateUsers();
  const running = useRef<AbortController>(null);
  useEffect(() => () => running.current?.abort(), []); // who leaves the page cancels

  const send = (dryRun: boolean) => async (users: readonly NewUser[]) => {
    const { createUsers } = await create({
      input: { organizationId, dryRun, users: users.map((user) => ({ ...user })) },
    });
    if (createUsers.userErrors.length > 0) throw new UserErrors(createUsers.userErrors);
    const answers = [...createUsers.results].sort((a, b) => a.index - b.index);
    return answers.map(({ created, user, userErrors }) => ({
      created,
      there: user !== null && user !== undefined && !created,
      faults: userErrors.map(({ message }) => message),
    }));
  };

  const go = async (all: readonly Line[], before: readonly LineResult[], from: LineState, dryRun: boolean) => {
    const controller = new AbortController();
    running.current = controller;
    setPhase(dryRun ? 'checking' : 'importing');
    setDone(0);
    setError('');
    try {
      await run(all, before, from, {
        atOnce: createAtOnce,
        send: send(dryRun),
        signal: controller.signal,
        onProgress: (now, sent) => {
          setResults(now);
          setDone(sent);
        },
      });
    } catch (caught) {
      setError(failure(caught));
    }
    if (running.current === controller) setPhase(dryRun ? 'checked' : 'imported');
  };

  if (!lines) {
    return (
      <ChooseFile
        base={base}
        onLines={(chosen) => {
          const fresh = begin(chosen);
          setLines(chosen);
          setResults(fresh);
          void go(chosen, fresh, 'waiting', true);
        }}
      />
    );
  }
  return (
    <ImportProgress
      base={base}
      lines={lines}
      results={results}
      phase={phase}
      done={done}
      error={error}
      onCheck={() => void go(lines, results, 'waiting', true)}
      onImport={() => void go(lines, results, 'fits', false)}
      onCancel={() => running.current?.abort()}
      onStartOver={() => {
        running.current?.abort();
        running.current = null;
        setLines(undefined);
      }}
    />
  );
}
