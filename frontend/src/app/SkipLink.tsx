import { Button, makeStyles, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    position: 'fixed',
    left: tokens.spacingHorizontalM,
    top: '-100px',
    zIndex: 20,
    ':focus': { top: '8px' },
  },
});

/** The first stop of the keyboard: past bands, bar and navigation. Seen only with the focus. */
export function SkipLink() {
  const styles = useStyles();
  return (
    <Button as="a" appearance="primary" href="#main" className={styles.root} onClick={skip}>
      Skip to content
    </Button>
  );
}

// Not by the address: what stands behind # there may be a link's secret.
function skip(event: { preventDefault(): void }) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
