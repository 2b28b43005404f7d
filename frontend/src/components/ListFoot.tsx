import { Button, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    minHeight: '48px',
    color: tokens.colorNeutralForeground2,
  },
});

/** Under a list that is read in pages: “Showing 20 of 1,204”, and the way to more. */
export function ListFoot(props: {
  shown: number;
  total: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
}) {
  const { shown, total, hasMore, loading, onMore } = props;
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text role="status">
        Showing {shown.toLocaleString('en')} of {Math.max(total, shown).toLocaleString('en')}
      </Text>
      {hasMore && (
        <Button
          size="small"
          disabledFocusable={loading}
          onClick={onMore}
          {...(loading ? { icon: <Spinner size="extra-tiny" /> } : {})}
        >
          Show more
        </Button>
      )}
    </div>
  );
}
