import { Outlet } from '@tanstack/react-router';
import { createContext, Suspense, useContext, useState } from 'react';
import { graphql } from 'react-relay';
import type { RootQuery } from '../__generated__/RootQuery.graphql';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { AttemptContext, usePageQuery } from '../graphql/usePageQuery';
import { AppError } from './AppError';
import { DemoBand } from './DemoBand';
import { FrameSkeleton } from './FrameSkeleton';
import { OfflineBand } from './OfflineBand';
import { SkipLink } from './SkipLink';

type RootData = RootQuery['response'];
const RootContext = createContext<RootData | null>(null);

/** Who is signed in, and what this installation is: read once for each session. */
export function useRoot(): RootData {
  const root = useContext(RootContext);
  if (!root) throw new Error('useRoot outside of Root');
  return root;
}

/** Around every page: reads who is signed in, and shows the bands that stand on each page. */
export function Root() {
  const [attempt, setAttempt] = useState(0);
  return (
    <ErrorBoundary
      onRetry={() => setAttempt((n) => n + 1)}
      fallback={(error, retry) => <AppError error={error} onRetry={retry} />}
    >
      <AttemptContext value={attempt}>
        <Suspense fallback={<FrameSkeleton />}>
          <Loaded />
        </Suspense>
      </AttemptContext>
    </ErrorBoundary>
  );
}

function Loaded() {
  const root = usePageQuery<RootQuery>(
    graphql`
      query RootQuery {
        installation {
          demo
        }
        viewer {
          ...Frame_viewer
        }
      }
    `,
    {},
    { fetchPolicy: 'store-or-network' },
  );
  return (
    <RootContext value={root}>
      <SkipLink />
      {root.installation.demo && <DemoBand />}
      <OfflineBand />
      <Outlet />
    </RootContext>
  );
}
