import type { ReactNode } from 'react';
import { ApiError, type ErrorCode } from '../graphql/errors';
import { ErrorBoundary } from './ErrorBoundary';

/**
 * Says calmly what certain answers mean, such as FORBIDDEN for a part that is not for everybody; other errors go on up.
 * It stands within the PageBoundary, which would catch them before.
 */
export function CalmBoundary(props: {
  calm: Partial<Record<ErrorCode, ReactNode>>;
  resetKey?: string;
  children: ReactNode;
}) {
  const { calm, resetKey, children } = props;
  return (
    <ErrorBoundary
      {...(resetKey === undefined ? {} : { resetKey })}
      fallback={(error) => {
        if (error instanceof ApiError && error.code in calm) return calm[error.code];
        throw error;
      }}
    >
      {children}
    </ErrorBoundary>
  );
}
