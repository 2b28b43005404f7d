import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Role } from '../../__generated__/useAssignRolesMutation.graphql';
import { EachDialog, type Item, resultsOf } from '../../components/EachDialog';
import { RoleCheckboxes } from '../../components/RoleCheckboxes';
import { UserErrors } from '../../graphql/errors';
import { roleName } from '../../lib/roles';
import { count } from '../../lib/time';
import { actAtOnce, namesOf } from './results';
import { useAssignRoles } from './useAssignRoles';
import { useRemoveRoles } from './useRemoveRoles';
import type { UserActions } from './useUserActions';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** Assigns roles to several users, or removes them, in one go. */
export function ManageRolesDialog(props: { actions: UserActions; assignable: readonly string[] }) {
  const { actions, assignable } = props;
  const { kind, users, onProgress, end } = actions;
  const styles = useStyles();
  const [mode, setMode] = useState<'assign' | 'remove'>('assign');
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [assign] = useAssignRoles();
  const [remove] = useRemoveRoles();
  const assigning = mode === 'assign';
  const done = assigning ? 'has them.' : 'has them no more.';

  const act = async (items: readonly Item[]) => {
    const input = { userIds: items.map(({ id }) => id), roles: roles as Role[] };
    return assigning
      ? resultsOf((await assign({ input })).assignRoles.results, done)
      : resultsOf((await remove({ input })).removeRoles.results, done);
  };

  return (
    <EachDialog
      chosen={kind === 'roles' ? users.map(({ id, displayName }) => ({ id, name: displayName })) : []}
      doing={assigning ? 'assigning …' : 'removing …'}
      failed={(failed, all) => `The roles of ${failed} of ${count(all.length, 'user')} were not changed`}
      steps={(all, names) => [
        {
          title:
            all.length === 1
              ? `Manage the roles of ${all[0]?.name}`
              : `Manage the roles of ${count(all.length, 'user')}`,
          body: (
            <div className={styles.content}>
              {names}
              <RadioGroup
                layout="horizontal"
                aria-label="What to do"
                value={mode}
                onChange={(_, data) => setMode(data.value === 'remove' ? 'remove' : 'assign')}
              >
                <Radio value="assign" label="Assign" />
                <Radio value="remove" label="Remove" />
              </RadioGroup>
              <RoleCheckboxes offered={assignable} roles={roles} onRoles={setRoles} />
              <Text>
                {assigning
                  ? 'They hold these roles besides those that they hold already, at once.'
                  : 'They hold these roles no more, at once. Their other roles stay.'}
              </Text>
            </div>
          ),
          yes: assigning ? 'Assign' : 'Remove',
          no: 'Cancel',
        },
      ]}
      atOnce={actAtOnce}
      check={() => {
        if (roles.length === 0) throw new UserErrors([{ code: 'INVALID', message: 'Choose at least one role.' }]);
      }}
      act={act}
      onProgress={onProgress}
      onClose={(all) => {
        setMode('assign');
        setRoles([]);
        const names = namesOf(all.map(({ name }) => name));
        const what = roles.map(roleName).join(', ');
        end(all.length === 0 ? '' : assigning ? `Assigned to ${names}: ${what}.` : `Removed from ${names}: ${what}.`);
      }}
    />
  );
}
