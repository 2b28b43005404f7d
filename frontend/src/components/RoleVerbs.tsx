import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useId } from 'react';
import { roleInfo } from '../lib/roles';

const useStyles = makeStyles({
  details: {
    display: 'grid',
    gridTemplateColumns: '1fr 1fr',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 479.98px)': { gridTemplateColumns: '1fr', gap: tokens.spacingVerticalS },
  },
  verbs: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  verb: { display: 'flex', gap: tokens.spacingHorizontalXS },
  can: { color: tokens.colorStatusSuccessForeground1, flexShrink: 0, fontSize: '16px', lineHeight: 0 },
  cannot: { color: tokens.colorNeutralForeground3, flexShrink: 0, fontSize: '16px', lineHeight: 0 },
});

/** What a role can do and what it can’t, side by side. */
export function RoleVerbs(props: { role: string }) {
  const { can, cannot } = roleInfo(props.role);
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.details}>
      {can.length > 0 && (
        <div>
          <Text size={200} weight="semibold" id={`${id}-can`}>
            Can
          </Text>
          <ul className={styles.verbs} aria-labelledby={`${id}-can`}>
            {can.map((verb) => (
              <li key={verb} className={styles.verb}>
                <CheckmarkRegular className={styles.can} />
                <Text size={200}>{verb}</Text>
              </li>
            ))}
          </ul>
        </div>
      )}
      {cannot.length > 0 && (
        <div>
          <Text size={200} weight="semibold" id={`${id}-cannot`}>
            Can’t
          </Text>
          <ul className={styles.verbs} aria-labelledby={`${id}-cannot`}>
            {cannot.map((verb) => (
              <li key={verb} className={styles.verb}>
                <DismissRegular className={styles.cannot} />
                <Text size={200}>{verb}</Text>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
