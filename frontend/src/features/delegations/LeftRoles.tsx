import { graphql, usePaginationFragment } from 'react-relay';
import type { LeftRoles_delegation$key } from '../../__generated__/LeftRoles_delegation.graphql';
import type { LeftRolesListQuery } from '../../__generated__/LeftRolesListQuery.graphql';
import type { Role } from '../../__generated__/useRemoveLeftRolesMutation.graphql';
import { resultsOf } from '../../components/EachDialog';
import { roleName, sortRoles } from '../../lib/roles';
import { alike, atOnce, type Left, LeftSection, type Undo } from './LeftSection';
import { useReadAgain } from './useReadAgain';
import { useRemoveLeftRoles } from './useRemoveLeftRoles';

interface Holder extends Left {
  roles: readonly Role[];
}

/** The roles that the partner's people assigned and that are still held. */
export function LeftRoles(props: { delegation: LeftRoles_delegation$key }) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    LeftRolesListQuery,
    LeftRoles_delegation$key
  >(
    graphql`
      fragment LeftRoles_delegation on Delegation
      @refetchable(queryName: "LeftRolesListQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
        rolesLeftBehind(first: $count, after: $cursor) @connection(key: "LeftRoles_rolesLeftBehind") {
          totalCount
          edges {
            roles
            node {
              id
              displayName
              userName
            }
          }
        }
      }
    `,
    props.delegation,
  );
  const [remove] = useRemoveLeftRoles();
  const rows = (data.rolesLeftBehind?.edges ?? []).map(({ node, roles }) => ({
    id: node.id,
    name: node.displayName,
    detail: `${sortRoles(roles).map(roleName).join(', ')} · ${node.userName}`,
    roles: roles as readonly Role[],
  }));
  const undos: readonly Undo<Holder>[] = [
    {
      label: 'Remove',
      body: ['What they may do through these roles alone, they can’t any more, at once. Their accounts stay.'],
      doing: 'removing …',
      done: 'removed.',
      not: 'rid of the roles',
      danger: true,
      act: async (items) => {
        const results = [];
        for (const same of alike(items, ({ roles }) => roles.join())) {
          const { removeRoles } = await remove({
            input: { userIds: same.map(({ id }) => id), roles: [...(same[0]?.roles ?? [])] },
          });
          results.push(...resultsOf(removeRoles.results, 'the roles were removed.'));
        }
        return results;
      },
    },
  ];
  return (
    <LeftSection
      title="Roles they assigned"
      noun="user"
      rows={rows}
      total={data.rolesLeftBehind?.totalCount ?? 0}
      hasMore={hasNext}
      loading={isLoadingNext}
      onMore={() => loadNext(atOnce)}
      undos={undos}
      onChange={useReadAgain(refetch, rows.length)}
    />
  );
}
