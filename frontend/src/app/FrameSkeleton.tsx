import { PageSkeleton } from '../components/skeletons';
import { useLayoutStyles } from './layout';

/** The frame before it is known who is signed in. */
export function FrameSkeleton() {
  const styles = useLayoutStyles();
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
