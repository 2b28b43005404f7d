import { type ReactNode, Suspense, useState } from 'react';
import { AttemptContext } from '../graphql/usePageQuery';
import { ErrorBoundary } from './ErrorBoundary';
import { ErrorState } from './ErrorState';

/** Around a page, or a part of it with a query of its own: a skeleton while it loads, an error with Retry when it fails. */
export function PageBoundary(props: { skeleton: ReactNode; resetKey?: string; title?: string; children: ReactNode }) {
  const { skeleton, resetKey, title, children } = props;
  const [attempt, setAttempt] = useState(0);
  return (
    <ErrorBoundary
      {...(resetKey === undefined ? {} : { resetKey })}
      onRetry={() => setAttempt((n) => n + 1)}
      fallback={(error, retry) => (
        <ErrorState error={error} onRetry={retry} {...(title === undefined ? {} : { title })} />
      )}
    >
      <AttemptContext value={attempt}>
        <Suspense fallback={skeleton}>{children}</Suspense>
      </AttemptContext>
    </ErrorBoundary>
  );
}
