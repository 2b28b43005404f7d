import { Checkbox, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { RoleAssignments_viewer$key } from '../../__generated__/RoleAssignments_viewer.graphql';
import { roleName, sortRoles } from '../../lib/roles';
import type { OfferForm } from './newOffer';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  radios: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, color: tokens.colorNeutralForeground2 },
  group: { border: 'none', margin: 0, padding: 0, minWidth: 0 },
  legend: { padding: 0, fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
  roles: { display: 'flex', flexWrap: 'wrap', marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
  small: { color: tokens.colorNeutralForeground2 },
});

/** Which of the partner's groups get the roles: by their default roles, or as chosen for each. */
export function RoleAssignments(props: {
  viewer: RoleAssignments_viewer$key;
  form: OfferForm;
  fault: string | undefined;
  onChange: (change: Partial<OfferForm>) => void;
}) {
  const { form, fault, onChange } = props;
  const { canManageGroups, groups } = useFragment(
    graphql`
      fragment RoleAssignments_viewer on Viewer {
        canManageGroups
        groups(first: 100) {
          edges {
            node {
              id
              name
              defaultRoles
            }
          }
        }
      }
    `,
    props.viewer,
  );
  const styles = useStyles();
  if (!canManageGroups) return null;
  const asked = sortRoles(form.roles);
  const byDefault = groups.edges.flatMap(({ node }) => {
    const roles = asked.filter((role) => (node.defaultRoles as readonly string[]).includes(role));
    return roles.length > 0 ? [{ ...node, roles }] : [];
  });
  const choose = (groupId: string, role: string, on: boolean) => {
    const others = (form.assignments[groupId] ?? []).filter((other) => other !== role);
    onChange({ assignments: { ...form.assignments, [groupId]: on ? [...others, role] : others } });
  };

  return (
    <div className={styles.root}>
      <Field label="Who of you may act there" {...(fault ? { validationMessage: fault } : {})}>
        <RadioGroup
          name="assignments"
          className={styles.radios}
          value={form.assign}
          onChange={(_, data) =>
            onChange(
              data.value === 'CHOSEN'
                ? { assign: 'CHOSEN', assignments: Object.fromEntries(byDefault.map(({ id, roles }) => [id, roles])) }
                : { assign: 'DEFAULT', assignments: {} },
            )
          }
        >
          <Radio value="DEFAULT" label="Each group by its default roles" />
          <Radio value="CHOSEN" label="Choose for each group" />
        </RadioGroup>
      </Field>
      {asked.length === 0 && (
        <Text size={200} className={styles.small}>
          Ask for a role to see which groups would get it.
        </Text>
      )}
      {form.assign === 'DEFAULT' && asked.length > 0 && (
        <ul className={styles.list} aria-label="Groups that get roles">
          {byDefault.map(({ id, name, roles }) => (
            <li key={id}>
              {name}: {roles.map(roleName).join(', ')}
            </li>
          ))}
          {byDefault.length === 0 && (
            <li>None of these roles is a default role of a group: nobody could act there yet.</li>
          )}
        </ul>
      )}
      {form.assign === 'CHOSEN' &&
        asked.length > 0 &&
        groups.edges.map(({ node }) => (
          <fieldset key={node.id} className={styles.group}>
            <legend className={styles.legend}>{node.name}</legend>
            <div className={styles.roles}>
              {asked.map((role) => (
                <Checkbox
                  key={role}
                  label={roleName(role)}
                  checked={form.assignments[node.id]?.includes(role) ?? false}
                  onChange={(_, data) => choose(node.id, role, data.checked === true)}
                />
              ))}
            </div>
          </fieldset>
        ))}
    </div>
  );
}
