import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { UserRoles_organization$key } from '../../__generated__/UserRoles_organization.graphql';
import type { Role, UserRoles_user$key } from '../../__generated__/UserRoles_user.graphql';
import { RoleCheckboxes } from '../../components/RoleCheckboxes';
import { messageOf } from '../../graphql/errors';
import { roleInfo, roleName, sortRoles } from '../../lib/roles';
import { useAssignRoles } from './useAssignRoles';
import { useRemoveRoles } from './useRemoveRoles';
import type { UserActions } from './useUserActions';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', rowGap: '8px' },
  role: { display: 'flex', flexDirection: 'column' },
  small: { color: tokens.colorNeutralForeground2 },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
});

/** The roles that somebody holds, in words; for those who may, to assign and to remove. */
export function UserRoles(props: {
  user: UserRoles_user$key;
  organization: UserRoles_organization$key;
  actions: UserActions;
}) {
  const { actions } = props;
  const { id, displayName, roles, viewerCanAssignRoles } = useFragment(
    graphql`
      fragment UserRoles_user on User {
        id
        displayName
        roles
        viewerCanAssignRoles
      }
    `,
    props.user,
  );
  const { assignableRoles } = useFragment(
    graphql`
      fragment UserRoles_organization on Organization {
        assignableRoles
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const [wanted, setWanted] = useState<readonly string[]>();
  const [error, setError] = useState('');
  const [assign, assigning] = useAssignRoles();
  const [remove, removing] = useRemoveRoles();
  const busy = assigning || removing;

  if (!viewerCanAssignRoles) {
    return (
      <div className={styles.root}>
        {roles.length === 0 ? (
          <Text>No role: they can use what they have a license for, and administer nothing.</Text>
        ) : (
          <ul className={styles.list}>
            {sortRoles(roles).map((role) => (
              <li key={role} className={styles.role}>
                <Text weight="semibold">{roleName(role)}</Text>
                <Text className={styles.small}>
                  {roleInfo(role).description} Can {roleInfo(role).can.join('; ')}.
                </Text>
              </li>
            ))}
          </ul>
        )}
        <Text className={styles.small}>You may see the roles, not change them.</Text>
      </div>
    );
  }

  const shown = wanted ?? roles;
  const added = shown.filter((role) => !(roles as readonly string[]).includes(role)) as Role[];
  const removed = roles.filter((role) => !shown.includes(role));
  const changed = added.length + removed.length > 0;

  const save = async () => {
    if (busy || !changed) return;
    setError('');
    actions.tell('');
    try {
      const faults = [
        ...(added.length > 0 ? (await assign({ input: { userIds: [id], roles: added } })).assignRoles.results : []),
        ...(removed.length > 0 ? (await remove({ input: { userIds: [id], roles: removed } })).removeRoles.results : []),
      ].flatMap(({ userErrors }) => userErrors.map(({ message }) => message));
      if (faults.length > 0) return setError(faults.join(' '));
    } catch (caught) {
      return setError(messageOf(caught));
    }
    setWanted(undefined);
    actions.tell(`The roles of ${displayName} were changed.`);
    actions.onProgress();
  };

  return (
    <div className={styles.root}>
      <RoleCheckboxes
        offered={[...new Set([...assignableRoles, ...roles])]}
        changeable={assignableRoles}
        roles={shown}
        verbs
        onRoles={setWanted}
      />
      {error !== '' && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{error}</MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.buttons}>
        <Button
          appearance="primary"
          disabledFocusable={busy || !changed}
          onClick={() => void save()}
          {...(busy ? { icon: <Spinner size="tiny" /> } : {})}
        >
          Save
        </Button>
        {changed && (
          <Button
            disabled={busy}
            onClick={() => {
              setWanted(undefined);
              setError('');
            }}
          >
            Discard
          </Button>
        )}
      </div>
    </div>
  );
}
