import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { width: 'min(280px, 70%)' },
  sentence: { width: 'min(520px, 100%)' },
  list: { display: 'flex', flexDirection: 'column' },
  row: {
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: '1fr',
    gap: tokens.spacingHorizontalXXL,
    alignItems: 'center',
    height: '56px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  cards: {
    display: 'grid',
    gap: tokens.spacingHorizontalL,
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
  },
  card: { height: '120px', borderRadius: tokens.borderRadiusLarge },
  lines: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** A list that is on its way. */
export function ListSkeleton(props: { rows?: number; columns?: number }) {
  const { rows = 5, columns = 4 } = props;
  const styles = useStyles();
  return (
    <Skeleton aria-label="Loading the list" className={styles.list}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={styles.row}>
          {Array.from({ length: columns }, (_, column) => (
            <SkeletonItem key={column} size={16} />
          ))}
        </div>
      ))}
    </Skeleton>
  );
}

/** A page with title, sentence and list that is on its way. */
export function PageSkeleton(props: { rows?: number; columns?: number }) {
  const styles = useStyles();
  return (
    <div className={styles.page}>
      <Skeleton aria-label="Loading the page" className={styles.lines}>
        <SkeletonItem size={32} className={styles.title} />
        <SkeletonItem size={16} className={styles.sentence} />
      </Skeleton>
      <ListSkeleton {...props} />
    </div>
  );
}

/** Cards that are on their way. */
export function CardsSkeleton(props: { cards?: number }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label="Loading" className={styles.cards}>
      {Array.from({ length: props.cards ?? 3 }, (_, card) => (
        <SkeletonItem key={card} className={styles.card} />
      ))}
    </Skeleton>
  );
}

/** Text, a form or a panel that is on its way. */
export function TextSkeleton(props: { lines?: number }) {
  const styles = useStyles();
  return (
    <Skeleton aria-label="Loading" className={styles.lines}>
      {Array.from({ length: props.lines ?? 6 }, (_, line) => (
        <SkeletonItem key={line} size={16} />
      ))}
    </Skeleton>
  );
}
