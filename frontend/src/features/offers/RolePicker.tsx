import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { Tag } from '../../components/Tag';
import { roleInfo, roleNames } from '../../lib/roles';
import { templates } from './newOffer';

const useStyles = makeStyles({
  root: {
    border: 'none',
    margin: 0,
    padding: 0,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  legend: { padding: 0, marginBottom: tokens.spacingVerticalXS, color: tokens.colorNeutralForeground1 },
  star: { color: tokens.colorPaletteRedForeground3, paddingLeft: tokens.spacingHorizontalXS },
  templates: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  role: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  checkbox: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  description: { color: tokens.colorNeutralForeground2, paddingLeft: '28px', flexBasis: '100%', marginTop: '-6px' },
  label: { display: 'inline-flex', flexDirection: 'column' },
  error: { color: tokens.colorPaletteRedForeground1 },
});

/** Which roles to ask for: a template, or one by one. */
export function RolePicker(props: {
  roles: readonly string[];
  fault: string | undefined;
  onRoles: (roles: readonly string[]) => void;
}) {
  const { roles, fault, onRoles } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <fieldset className={styles.root} aria-describedby={fault ? id : undefined}>
      <legend className={styles.legend}>
        Roles
        <span aria-hidden className={styles.star}>
          *
        </span>
      </legend>
      <div className={styles.templates}>
        <Text size={200}>Take a set:</Text>
        {templates.map((template) => (
          <Button key={template.name} size="small" onClick={() => onRoles(template.roles)}>
            {template.name}
          </Button>
        ))}
      </div>
      <div>
        {roleNames.map((role) => {
          const { name, description, risk } = roleInfo(role);
          return (
            <div key={role} className={styles.role}>
              <Checkbox
                className={styles.checkbox}
                name="roles"
                label={name}
                checked={roles.includes(role)}
                aria-describedby={`${id}-${role}`}
                onChange={(_, data) =>
                  onRoles(roleNames.filter((r) => (r === role ? data.checked === true : roles.includes(r))))
                }
              />
              {risk && <Tag color="danger">High risk</Tag>}
              <Text size={200} id={`${id}-${role}`} className={styles.description}>
                {description}
              </Text>
            </div>
          );
        })}
      </div>
      {fault && (
        <Text size={200} id={id} role="alert" className={styles.error}>
          {fault}
        </Text>
      )}
    </fieldset>
  );
}
