import { graphql, usePaginationFragment } from 'react-relay';
import type { LeftLicenses_delegation$key } from '../../__generated__/LeftLicenses_delegation.graphql';
import type { LeftLicensesListQuery } from '../../__generated__/LeftLicensesListQuery.graphql';
import { resultsOf } from '../../components/EachDialog';
import { shortDate } from '../../lib/time';
import { alike, atOnce, type Left, LeftSection, type Undo } from './LeftSection';
import { useReadAgain } from './useReadAgain';
import { useRemoveLeftLicenses } from './useRemoveLeftLicenses';

interface License extends Left {
  userId: string;
  subscriptionId: string;
}

/** The licenses that the partner's people assigned and that are still held. */
export function LeftLicenses(props: { delegation: LeftLicenses_delegation$key }) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    LeftLicensesListQuery,
    LeftLicenses_delegation$key
  >(
    graphql`
      fragment LeftLicenses_delegation on Delegation
      @refetchable(queryName: "LeftLicensesListQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
        licensesLeftBehind(first: $count, after: $cursor) @connection(key: "LeftLicenses_licensesLeftBehind") {
          totalCount
          edges {
            node {
              id
              assignedAt
              product {
                name
              }
              subscription {
                id
              }
              user {
                id
                displayName
              }
            }
          }
        }
      }
    `,
    props.delegation,
  );
  const [remove] = useRemoveLeftLicenses();
  const rows = (data.licensesLeftBehind?.edges ?? []).map(({ node }) => ({
    id: node.id,
    name: node.user?.displayName ?? '',
    detail: `${node.product.name}, assigned on ${shortDate(node.assignedAt)}`,
    userId: node.user?.id ?? '',
    subscriptionId: node.subscription?.id ?? '',
  }));
  const undos: readonly Undo<License>[] = [
    {
      label: 'Remove',
      body: ['The seats are free again, for others.'],
      doing: 'removing …',
      done: 'removed.',
      not: 'removed',
      danger: true,
      act: async (items) => {
        const results = [];
        for (const same of alike(items, ({ subscriptionId }) => subscriptionId)) {
          const { removeLicenses } = await remove({
            input: { subscriptionId: same[0]?.subscriptionId ?? '', userIds: same.map(({ userId }) => userId) },
          });
          // What comes back names the users.
          const idOf = new Map(same.map(({ id, userId }) => [userId, id]));
          results.push(
            ...resultsOf(
              removeLicenses.results.map((one) => ({ ...one, id: idOf.get(one.id) ?? one.id })),
              'the license was removed.',
            ),
          );
        }
        return results;
      },
    },
  ];
  return (
    <LeftSection
      title="Licenses they assigned"
      noun="license"
      rows={rows}
      total={data.licensesLeftBehind?.totalCount ?? 0}
      hasMore={hasNext}
      loading={isLoadingNext}
      onMore={() => loadNext(atOnce)}
      undos={undos}
      onChange={useReadAgain(refetch, rows.length)}
    />
  );
}
