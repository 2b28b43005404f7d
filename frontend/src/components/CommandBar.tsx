import { makeStyles, Toolbar, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    minHeight: '44px',
    marginBottom: tokens.spacingVerticalS,
  },
  commands: { flexWrap: 'wrap', padding: 0, gap: tokens.spacingHorizontalXS },
  far: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
});

/**
 * What can be done on a page: commands on the left (ToolbarButton, the primary one first), search and filters on the right.
 * Keeps its height when commands come and go with a selection.
 */
export function CommandBar(props: { label?: string; children?: ReactNode; far?: ReactNode }) {
  const { label = 'Commands', children, far } = props;
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Toolbar aria-label={label} className={styles.commands}>
        {children}
      </Toolbar>
      {far && <div className={styles.far}>{far}</div>}
    </div>
  );
}
