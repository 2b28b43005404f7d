import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';

export type Step = 'Review' | 'Decide' | 'Account' | 'Done';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalS,
    listStyleType: 'none',
    margin: `0 0 ${tokens.spacingVerticalXXL}`,
    padding: 0,
    '@media (max-width: 419.98px)': { columnGap: tokens.spacingHorizontalM },
  },
  step: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    color: tokens.colorNeutralForeground2,
  },
  current: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
  number: {
    boxSizing: 'border-box',
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'center',
    width: '24px',
    height: '24px',
    fontSize: tokens.fontSizeBase200,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    borderRadius: tokens.borderRadiusCircular,
    flexShrink: 0,
  },
  currentNumber: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: '1px solid transparent',
  },
  doneNumber: { color: tokens.colorBrandForeground1, border: `1px solid ${tokens.colorBrandStroke1}` },
});

/** How far one is on the authorization page. */
export function Steps(props: { current: Step; account: boolean }) {
  const { current, account } = props;
  const styles = useStyles();
  const steps: Step[] = account ? ['Review', 'Decide', 'Account', 'Done'] : ['Review', 'Decide', 'Done'];
  const at = steps.indexOf(current);
  return (
    <ol aria-label="Steps" className={styles.list}>
      {steps.map((step, i) => {
        const done = i < at || current === 'Done';
        return (
          <li
            key={step}
            className={mergeClasses(styles.step, i === at && styles.current)}
            {...(i === at ? { 'aria-current': 'step' as const } : {})}
          >
            <span
              aria-hidden
              className={mergeClasses(styles.number, done ? styles.doneNumber : i === at && styles.currentNumber)}
            >
              {done ? <CheckmarkRegular /> : i + 1}
            </span>
            {step}
          </li>
        );
      })}
    </ol>
  );
}
