import { Checkbox, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { useId } from 'react';
import { RoleVerbs } from '../../components/RoleVerbs';
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
  const { name, description, risk } = roleInfo(role);
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
      <RoleVerbs role={role} />
      {risk && (
        <Text size={200} className={styles.risk}>
          <strong>Risk:</strong> {risk}
        </Text>
      )}
    </li>
  );
}
