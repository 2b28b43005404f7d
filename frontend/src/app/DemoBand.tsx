import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  root: {
    boxSizing: 'border-box',
    display: 'flex',
    justifyContent: 'center',
    minHeight: '32px',
    alignItems: 'center',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground4,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textAlign: 'center',
  },
  link: { textDecorationLine: 'underline' },
});

/** Says on every page of a demo that it is one. */
export function DemoBand() {
  const styles = useStyles();
  return (
    <aside aria-label="Demo" className={styles.root}>
      <Text size={200}>
        Demo: nothing here is real. Mail is in the{' '}
        <Link inline href="/mailbox" target="_blank" className={styles.link}>
          mailbox
        </Link>
        .
      </Text>
    </aside>
  );
}
