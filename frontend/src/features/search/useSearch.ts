import { useEffect, useState } from 'react';
import { useRelayEnvironment } from 'react-relay';
import type { Hit, Source } from './source';

/** Typing goes on within this time, in milliseconds. */
const pause = 150;

interface Found {
  /** What was looked for. */
  readonly text: string;
  readonly attempt: number;
  readonly groups: readonly { readonly heading: string; readonly hits: readonly Hit[] }[];
  /** Why a source could not be asked; what the others found is there all the same. */
  readonly error: unknown;
}

const nothing: Found = { text: '', attempt: 0, groups: [], error: null };

/** Asks all sources at once when the typing pauses. What was found before stays until the answers are there. */
export function useSearch(sources: readonly Source[], text: string) {
  const environment = useRelayEnvironment();
  const [attempt, setAttempt] = useState(0);
  const [found, setFound] = useState<Found>();
  useEffect(() => {
    let over = false;
    const ask = async () => {
      const answers = await Promise.allSettled(sources.map(async (source) => source.find(environment, text)));
      if (over) return;
      const groups = answers.flatMap((answer, at) =>
        answer.status === 'fulfilled' && answer.value.length > 0
          ? [{ heading: sources[at]?.heading ?? '', hits: answer.value }]
          : [],
      );
      const failed = answers.find((answer) => answer.status === 'rejected');
      setFound({ text, attempt, groups, error: failed?.reason ?? null });
    };
    const timer = setTimeout(ask, text === '' ? 0 : pause);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [environment, sources, text, attempt]);
  return {
    ...(found ?? nothing),
    looking: found?.text !== text || found.attempt !== attempt,
    retry: () => setAttempt(attempt + 1),
  };
}
