import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import type { UserActions as Actions } from './useUserActions';

const UserActionDialog = lazily(async () => (await import('./UserActionDialog')).UserActionDialog);
const ManageRolesDialog = lazily(async () => (await import('./ManageRolesDialog')).ManageRolesDialog);
const ManageLicensesDialog = lazily(async () => (await import('./ManageLicensesDialog')).ManageLicensesDialog);

/** The dialogs that ask before something is done with users. */
export function UserActions(props: { actions: Actions; organizationId: string; assignable: readonly string[] }) {
  const { actions, organizationId, assignable } = props;
  const { kind } = actions;
  const asking = actions.users.length > 0;
  return (
    <>
      <Opened when={asking && kind === 'roles'}>
        <ManageRolesDialog actions={actions} assignable={assignable} />
      </Opened>
      <Opened when={asking && kind === 'licenses'}>
        <ManageLicensesDialog actions={actions} organizationId={organizationId} />
      </Opened>
      <Opened when={asking && kind !== 'roles' && kind !== 'licenses'}>
        <UserActionDialog actions={actions} />
      </Opened>
    </>
  );
}
