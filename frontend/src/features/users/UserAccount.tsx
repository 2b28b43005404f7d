import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { KeyResetRegular } from '@fluentui/react-icons/svg/key-reset';
import { PasswordRegular } from '@fluentui/react-icons/svg/password';
import { ProhibitedRegular } from '@fluentui/react-icons/svg/prohibited';
import { useRef, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { UserAccount_organization$key } from '../../__generated__/UserAccount_organization.graphql';
import type { UserAccount_user$key } from '../../__generated__/UserAccount_user.graphql';
import { Facts } from '../../components/Facts';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { RelativeTime } from '../../components/RelativeTime';
import { longDate } from '../../lib/time';
import { EditUserForm } from './EditUserForm';
import { ProtectSwitch } from './ProtectSwitch';
import { SignInBadge } from './SignInBadge';
import { UserBadges } from './UserBadges';
import type { ActionKind, UserActions } from './useUserActions';

const PasswordCodeDialog = lazily(async () => (await import('./PasswordCodeDialog')).PasswordCodeDialog);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
});

/** One's account: who they are, whether they may sign in, and what the viewer may do about it. */
export function UserAccount(props: {
  user: UserAccount_user$key;
  organization: UserAccount_organization$key;
  actions: UserActions;
}) {
  const { actions } = props;
  const user = useFragment(
    graphql`
      fragment UserAccount_user on User {
        id
        displayName
        userName
        email
        enabled
        createdAt
        deletedAt
        protected
        createdBy {
          name
        }
        viewerCanUpdate
        viewerCanChangeEmail
        viewerCanSetEnabled
        viewerCanDelete
        viewerCanResetPassword
        viewerCanCreatePasswordCode
        ...EditUserForm_user
        ...ProtectSwitch_user
        ...UserBadges_user
      }
    `,
    props.user,
  );
  const organization = useFragment(
    graphql`
      fragment UserAccount_organization on Organization {
        ...UserNameField_organization
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const [editing, setEditing] = useState(false);
  const [coding, setCoding] = useState(false);
  const editButton = useRef<HTMLButtonElement>(null);
  const codeButton = useRef<HTMLButtonElement>(null);
  const begin = (kind: ActionKind) => actions.begin(kind, [user]);

  if (editing) {
    return (
      <EditUserForm
        user={user}
        organization={organization}
        onClose={() => {
          setEditing(false);
          setTimeout(() => editButton.current?.focus());
        }}
      />
    );
  }
  const nothing = !(
    user.viewerCanUpdate ||
    user.viewerCanSetEnabled ||
    user.viewerCanDelete ||
    user.viewerCanResetPassword ||
    user.viewerCanCreatePasswordCode
  );
  return (
    <div className={styles.root}>
      {(user.protected || user.createdBy) && (
        <div className={styles.line}>
          <UserBadges user={user} />
        </div>
      )}
      <div className={styles.line}>
        {user.viewerCanUpdate && (
          <Button ref={editButton} icon={<EditRegular />} onClick={() => setEditing(true)}>
            Edit
          </Button>
        )}
        {user.viewerCanResetPassword && (
          <Button icon={<KeyResetRegular />} onClick={() => begin('reset')}>
            Reset password
          </Button>
        )}
        {user.viewerCanCreatePasswordCode && (
          <Button
            ref={codeButton}
            icon={<PasswordRegular />}
            onPointerEnter={PasswordCodeDialog.preload}
            onFocus={PasswordCodeDialog.preload}
            onClick={() => setCoding(true)}
          >
            Make a one-time code
          </Button>
        )}
        {user.viewerCanSetEnabled && (
          <Button
            icon={user.enabled ? <ProhibitedRegular /> : <CheckmarkCircleRegular />}
            onClick={() => begin(user.enabled ? 'disable' : 'enable')}
          >
            {user.enabled ? 'Disable' : 'Enable'}
          </Button>
        )}
        {user.viewerCanDelete && (
          <Button icon={<DeleteRegular />} onClick={() => begin('delete')}>
            Delete
          </Button>
        )}
      </div>
      {nothing && (
        <Text className={styles.small}>
          {user.protected
            ? 'You may read this account, not change it: it is protected, or your roles do not include it.'
            : 'You may read this account, not change it: your roles do not include it, or its holder may do more than you.'}
        </Text>
      )}
      <Facts
        facts={[
          ['Name', user.displayName],
          ['User name', user.userName],
          ['Address', user.email ?? 'None: links to choose a password can’t be sent.'],
          ['Sign-in', <SignInBadge key="s" enabled={user.enabled} />],
          [
            'Created',
            <span key="c">
              {longDate(user.createdAt)} (<RelativeTime at={user.createdAt} />)
            </span>,
          ],
          user.createdBy && ['Created by', `${user.createdBy.name}, on behalf of the organization`],
        ]}
      />
      <ProtectSwitch user={user} />
      <Opened when={coding}>
        <PasswordCodeDialog
          open={coding}
          id={user.id}
          name={user.displayName}
          userName={user.userName}
          onClose={() => {
            setCoding(false);
            setTimeout(() => codeButton.current?.focus(), 50);
          }}
        />
      </Opened>
    </div>
  );
}
