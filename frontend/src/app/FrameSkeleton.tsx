import { useLocation } from '@tanstack/react-router';
import { PageSkeleton, TextSkeleton } from '../components/skeletons';
import { useLayoutStyles } from './layout';

/** The frame, or the one column of a page without a navigation, before it is known who is signed in. */
export function FrameSkeleton() {
  const styles = useLayoutStyles();
  const { pathname } = useLocation();
  if (/^\/(sign-in|authorize)/.test(pathname)) {
    return (
      <>
        <div className={styles.topBar} />
        <main className={styles.plain}>
          <TextSkeleton lines={8} />
        </main>
      </>
    );
  }
  return (
    <>
      <div className={styles.topBar} />
      <div className={styles.body}>
        <div className={styles.navigation} />
        <main className={styles.main}>
          <PageSkeleton />
        </main>
      </div>
    </>
  );
}
