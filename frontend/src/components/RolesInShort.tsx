import { roleName, rolesInShort, sortRoles } from '../lib/roles';

/** “User Administrator, License Administrator +2”, with all of them on hover. */
export function RolesInShort(props: { roles: readonly string[] }) {
  const { roles } = props;
  return <span title={sortRoles(roles).map(roleName).join(', ')}>{rolesInShort(roles)}</span>;
}
