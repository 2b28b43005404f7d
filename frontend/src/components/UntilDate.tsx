import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { daysUntil, exactTime, relativeTime, shortDate } from '../lib/time';

/** A delegation is near its end when it has less than this left. */
const nearEnd = 30;

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    whiteSpace: 'nowrap',
    '@media (max-width: 639.98px)': { whiteSpace: 'normal' },
    verticalAlign: 'bottom',
  },
  soon: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
  icon: { fontSize: '16px', lineHeight: 0 },
});

/** The day on which something ends; within 30 days in amber, with the time that is left. */
export function UntilDate(props: { at: string; over?: boolean }) {
  const { at, over = false } = props;
  const styles = useStyles();
  const days = daysUntil(at);
  const soon = !over && days < nearEnd;
  return (
    <span className={mergeClasses(styles.root, soon && styles.soon)} title={exactTime(at)}>
      {soon && <WarningRegular className={styles.icon} />}
      <span>
        <time dateTime={at}>{shortDate(at)}</time>
        {soon && days >= 0 && <> ({relativeTime(at)})</>}
      </span>
    </span>
  );
}
