import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import type { UserActions as Actions } from './useUserActions';

const UserActionDialog = lazily(async () => (await import('./UserActionDialog')).UserActionDialog);
const ManageRolesDialog = lazily(async () => (await import('./ManageRolesDialog')).ManageRolesDialog);

/** The dialogs that ask before something is done with users. */
export function UserActions(props: { actions: Actions; assignable: readonly string[] }) {
  const { actions, assignable } = props;
  const asking = actions.users.length > 0;
  return (
    <>
      <Opened when={asking && actions.kind === 'roles'}>
        <ManageRolesDialog actions={actions} assignable={assignable} />
      </Opened>
      <Opened when={asking && actions.kind !== 'roles'}>
        <UserActionDialog actions={actions} />
      </Opened>
    </>
  );
}
