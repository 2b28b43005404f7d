import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import { RoleCheckboxes } from '../../components/RoleCheckboxes';
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
      <RoleCheckboxes roles={roles} onRoles={onRoles} />
      {fault && (
        <Text size={200} id={id} role="alert" className={styles.error}>
          {fault}
        </Text>
      )}
    </fieldset>
  );
}
