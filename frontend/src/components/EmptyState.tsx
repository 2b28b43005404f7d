import { makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    textAlign: 'center',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalL}`,
  },
  icon: { fontSize: '48px', lineHeight: 0, color: tokens.colorNeutralForeground3 },
  title: { margin: 0, overflowWrap: 'anywhere' },
  text: { color: tokens.colorNeutralForeground2, maxWidth: '56ch' },
  action: { marginTop: tokens.spacingVerticalS },
});

/** A list or page with nothing in it: what would be here (`title`), and how it gets here (`children`). */
export function EmptyState(props: { title: string; icon?: ReactNode; children?: ReactNode; action?: ReactNode }) {
  const { title, icon, children, action } = props;
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {icon && (
        <span className={styles.icon} aria-hidden>
          {icon}
        </span>
      )}
      <Subtitle1 as="h2" align="center" className={styles.title}>
        {title}
      </Subtitle1>
      {children && (
        <Text align="center" className={styles.text}>
          {children}
        </Text>
      )}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
