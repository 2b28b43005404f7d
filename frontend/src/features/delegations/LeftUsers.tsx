import { graphql, usePaginationFragment } from 'react-relay';
import type { LeftUsers_delegation$key } from '../../__generated__/LeftUsers_delegation.graphql';
import type { LeftUsersListQuery } from '../../__generated__/LeftUsersListQuery.graphql';
import { resultsOf } from '../../components/EachDialog';
import { shortDate } from '../../lib/time';
import { atOnce, LeftSection, type Undo } from './LeftSection';
import { useDeleteLeftUsers } from './useDeleteLeftUsers';
import { useDisableLeftUsers } from './useDisableLeftUsers';
import { useReadAgain } from './useReadAgain';

interface User {
  id: string;
  name: string;
  detail: string;
  enabled: boolean;
}

/** The users whom the partner's people created and who are still there. */
export function LeftUsers(props: { delegation: LeftUsers_delegation$key }) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    LeftUsersListQuery,
    LeftUsers_delegation$key
  >(
    graphql`
      fragment LeftUsers_delegation on Delegation
      @refetchable(queryName: "LeftUsersListQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
        usersLeftBehind(first: $count, after: $cursor) @connection(key: "LeftUsers_usersLeftBehind") {
          totalCount
          edges {
            node {
              id
              displayName
              userName
              enabled
              createdAt
            }
          }
        }
      }
    `,
    props.delegation,
  );
  const [disable] = useDisableLeftUsers();
  const [remove] = useDeleteLeftUsers();
  const rows = (data.usersLeftBehind?.edges ?? []).map(({ node }) => ({
    id: node.id,
    name: node.displayName,
    detail: `${node.userName} · ${node.enabled ? '' : 'disabled, '}created on ${shortDate(node.createdAt)}`,
    enabled: node.enabled,
  }));
  const undos: readonly Undo<User>[] = [
    {
      label: 'Disable',
      body: [
        'They can’t sign in any more, and are signed out everywhere at once. You can enable them again at any moment.',
      ],
      doing: 'disabling …',
      done: 'disabled.',
      not: 'disabled',
      danger: true,
      of: ({ enabled }) => enabled,
      act: async (items) => {
        const { setUsersEnabled } = await disable({ input: { ids: items.map(({ id }) => id), enabled: false } });
        return resultsOf(setUsersEnabled.results, 'disabled.');
      },
    },
    {
      label: 'Delete',
      body: [
        'They can’t sign in any more, are signed out everywhere at once, and give back their licenses.',
        'For 30 days you can restore them under Deleted users. After that they are gone for good.',
      ],
      doing: 'deleting …',
      done: 'deleted.',
      not: 'deleted',
      danger: true,
      act: async (items) => {
        const { deleteUsers } = await remove({ input: { ids: items.map(({ id }) => id) } });
        return resultsOf(deleteUsers.results, 'deleted.');
      },
    },
  ];
  return (
    <LeftSection
      title="Users they created"
      noun="user"
      rows={rows}
      total={data.usersLeftBehind?.totalCount ?? 0}
      hasMore={hasNext}
      loading={isLoadingNext}
      onMore={() => loadNext(atOnce)}
      undos={undos}
      onChange={useReadAgain(refetch, rows.length)}
    />
  );
}
