import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { roleInfo, roleNames, sortRoles } from '../lib/roles';
import { Tag } from './Tag';

const useStyles = makeStyles({
  role: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  checkbox: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  description: { color: tokens.colorNeutralForeground2, paddingLeft: '28px', flexBasis: '100%', marginTop: '-6px' },
});

/** Roles to choose from, each with what it is for, and with what its holder can do where there is room for it. */
export function RoleCheckboxes(props: {
  /** Which are shown; all of them by default. */
  offered?: readonly string[];
  /** Which of them can be changed; all by default. */
  changeable?: readonly string[];
  roles: readonly string[];
  verbs?: boolean;
  onRoles: (roles: readonly string[]) => void;
}) {
  const { offered = roleNames, changeable = offered, roles, verbs = false, onRoles } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <div>
      {sortRoles(offered).map((role) => {
        const { name, description, can, risk } = roleInfo(role);
        return (
          <div key={role} className={styles.role}>
            <Checkbox
              className={styles.checkbox}
              name="roles"
              label={name}
              checked={roles.includes(role)}
              disabled={!changeable.includes(role)}
              aria-describedby={`${id}-${role}`}
              onChange={(_, data) =>
                onRoles(sortRoles(data.checked === true ? [...roles, role] : roles.filter((other) => other !== role)))
              }
            />
            {risk && <Tag color="danger">High risk</Tag>}
            <Text size={200} id={`${id}-${role}`} className={styles.description}>
              {description}
              {verbs && can.length > 0 && ` Can ${can.join('; ')}.`}
            </Text>
          </div>
        );
      })}
    </div>
  );
}
