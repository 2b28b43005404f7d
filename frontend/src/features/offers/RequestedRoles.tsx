import { Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useId } from 'react';
import { Tag } from '../../components/Tag';
import { roleInfo, sortRoles } from '../../lib/roles';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  struck: { backgroundColor: tokens.colorNeutralBackground3, border: `1px dashed ${tokens.colorNeutralStroke1}` },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    minHeight: '32px',
  },
  checkbox: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  name: { fontWeight: tokens.fontWeightSemibold },
  lineThrough: { textDecorationLine: 'line-through' },
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
  risk: { color: tokens.colorNeutralForeground1 },
});

interface Props {
  roles: readonly string[];
  /** Those that are not struck. */
  kept: readonly string[];
  /** Without it the roles are only shown. */
  onKeep?: ((role: string, kept: boolean) => void) | undefined;
}

/** Each role that the partner asks for: what it can do, what it can't, and a box to strike it. */
export function RequestedRoles(props: Props) {
  const { roles, kept, onKeep } = props;
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {sortRoles(roles).map((role) => (
        <RoleCard
          key={role}
          role={role}
          kept={kept.includes(role)}
          {...(onKeep ? { onKeep: (keep: boolean) => onKeep(role, keep) } : {})}
        />
      ))}
    </ul>
  );
}

function RoleCard(props: { role: string; kept: boolean; onKeep?: (keep: boolean) => void }) {
  const { role, kept, onKeep } = props;
  const { name, description, can, cannot, risk } = roleInfo(role);
  const styles = useStyles();
  const id = useId();
  const title = <span className={mergeClasses(styles.name, !kept && styles.lineThrough)}>{name}</span>;
  return (
    <li className={mergeClasses(styles.card, !kept && styles.struck)}>
      <div className={styles.head}>
        {onKeep ? (
          <Checkbox
            className={styles.checkbox}
            label={title}
            checked={kept}
            aria-describedby={id}
            onChange={(_, data) => onKeep(data.checked === true)}
          />
        ) : (
          title
        )}
        {!kept ? (
          <Tag appearance="outline" color="informative">
            Struck
          </Tag>
        ) : (
          risk && (
            <Tag color="danger" icon={<WarningRegular />}>
              High risk
            </Tag>
          )
        )}
      </div>
      <Text id={id}>{description}</Text>
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
      {risk && (
        <Text size={200} className={styles.risk}>
          <strong>Risk:</strong> {risk}
        </Text>
      )}
    </li>
  );
}
