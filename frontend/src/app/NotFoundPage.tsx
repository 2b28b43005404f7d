import { useLocation } from '@tanstack/react-router';
import { EmptyState } from '../components/EmptyState';
import { LinkButton } from '../components/LinkButton';
import { PageHeader } from '../components/PageHeader';
import { useLayoutStyles } from './layout';
import { PlainBar } from './PlainBar';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const layout = useLayoutStyles();
  const { pathname } = useLocation();
  return (
    <>
      <PlainBar />
      <main id="main" tabIndex={-1} className={layout.plain}>
        <PageHeader title="Page not found" />
        <EmptyState
          title={`There is nothing at ${pathname}`}
          action={
            <LinkButton to="/" appearance="primary">
              Go to Home
            </LinkButton>
          }
        >
          The address may have been typed wrong, or the page has moved.
        </EmptyState>
      </main>
    </>
  );
}
