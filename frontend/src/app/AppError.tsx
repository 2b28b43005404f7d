import { makeStyles, Title2, tokens } from '@fluentui/react-components';
import { ErrorState } from '../components/ErrorState';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    maxWidth: '640px',
    margin: '0 auto',
    padding: `${tokens.spacingVerticalXXXL} ${tokens.spacingHorizontalL}`,
  },
  title: { margin: 0 },
});

/** When the app itself could not be shown. */
export function AppError(props: { error: unknown; onRetry: () => void }) {
  const styles = useStyles();
  return (
    <main className={styles.root}>
      <Title2 as="h1" className={styles.title}>
        Delegated Admin
      </Title2>
      <ErrorState {...props} title="The app could not be shown" />
    </main>
  );
}
