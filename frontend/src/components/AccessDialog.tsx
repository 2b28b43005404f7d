import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import type { Role } from '../__generated__/useAssignAccessMutation.graphql';
import { UserErrors } from '../graphql/errors';
import { ConfirmDialog } from './ConfirmDialog';
import { RoleCheckboxes } from './RoleCheckboxes';
import { useAssignAccess } from './useAssignAccess';

/** Which group's roles at which customer are asked about. */
export interface AskedAccess {
  readonly title: string;
  /** Undefined while it is still to be chosen. */
  readonly delegationId: string | undefined;
  readonly groupId: string | undefined;
  /** What the customer granted: the roles to choose from. */
  readonly granted: readonly string[];
  /** What the group holds there now. */
  readonly roles: readonly string[];
}

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  small: { color: tokens.colorNeutralForeground2 },
});

/** Asks which of the granted roles a group is to hold at one customer, and assigns them. */
export function AccessDialog(props: {
  /** Undefined: the dialog is closed. */
  asked: AskedAccess | undefined;
  /** What is to be chosen before: the group, or the customer. */
  children?: ReactNode;
  onClose: (done: boolean) => void;
}) {
  const { asked, children, onClose } = props;
  const styles = useStyles();
  const [assign] = useAssignAccess();
  const [roles, setRoles] = useState<readonly string[]>([]);
  const [about, setAbout] = useState<string>();
  const key = asked && `${asked.delegationId}/${asked.groupId}`;
  if (key !== about) {
    setAbout(key);
    setRoles(asked?.roles ?? []);
  }

  const confirm = async () => {
    const { delegationId, groupId } = asked ?? {};
    if (!delegationId || !groupId) {
      const message = delegationId ? 'Choose a group.' : 'Choose a customer.';
      throw new UserErrors([{ code: 'INVALID', message }]);
    }
    await assign({ input: { delegationId, groupId, roles: roles as Role[] } });
  };

  return (
    <ConfirmDialog
      open={asked !== undefined}
      steps={[
        {
          title: asked?.title ?? '',
          body: (
            <div className={styles.content}>
              {children}
              {asked?.delegationId && asked.groupId && (
                <>
                  <RoleCheckboxes offered={asked.granted} roles={roles} onRoles={setRoles} />
                  <Text className={styles.small}>
                    {roles.length === 0
                      ? 'Without a role the people of this group can’t do anything there through it, at once.'
                      : 'The people of this group may do there what these roles include, at once. The customer sees it.'}
                  </Text>
                </>
              )}
            </div>
          ),
          yes: 'Save',
          no: 'Cancel',
        },
      ]}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
