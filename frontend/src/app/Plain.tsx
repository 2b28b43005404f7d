import { Outlet, useLocation } from '@tanstack/react-router';
import { PageBoundary } from '../components/PageBoundary';
import { TextSkeleton } from '../components/skeletons';
import { useLayoutStyles } from './layout';
import { PlainBar } from './PlainBar';

/** The pages with no navigation, for people signed in or not: one column. */
export function Plain() {
  const { pathname } = useLocation();
  const layout = useLayoutStyles();
  return (
    <>
      <PlainBar />
      <main id="main" tabIndex={-1} className={layout.plain}>
        <PageBoundary skeleton={<TextSkeleton lines={8} />} resetKey={pathname}>
          <Outlet />
        </PageBoundary>
      </main>
    </>
  );
}
