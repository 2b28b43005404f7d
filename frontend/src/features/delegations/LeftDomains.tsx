import { graphql, usePaginationFragment } from 'react-relay';
import type { LeftDomains_delegation$key } from '../../__generated__/LeftDomains_delegation.graphql';
import type { LeftDomainsListQuery } from '../../__generated__/LeftDomainsListQuery.graphql';
import { resultsOf } from '../../components/EachDialog';
import { atOnce, type Left, LeftSection, type Undo } from './LeftSection';
import { useReadAgain } from './useReadAgain';
import { useRemoveLeftDomains } from './useRemoveLeftDomains';

/** The domains that the partner's people added and that are still there. */
export function LeftDomains(props: { delegation: LeftDomains_delegation$key }) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    LeftDomainsListQuery,
    LeftDomains_delegation$key
  >(
    graphql`
      fragment LeftDomains_delegation on Delegation
      @refetchable(queryName: "LeftDomainsListQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
        domainsLeftBehind(first: $count, after: $cursor) @connection(key: "LeftDomains_domainsLeftBehind") {
          totalCount
          edges {
            node {
              id
              name
              verifiedAt
            }
          }
        }
      }
    `,
    props.delegation,
  );
  const [remove] = useRemoveLeftDomains();
  const rows = (data.domainsLeftBehind?.edges ?? []).map(({ node }) => ({
    id: node.id,
    name: node.name,
    detail: node.verifiedAt ? 'verified' : 'not verified',
  }));
  const undos: readonly Undo<Left>[] = [
    {
      label: 'Remove',
      body: ['A domain in which users have their name or address stays until that is changed.'],
      doing: 'removing …',
      done: 'removed.',
      not: 'removed',
      danger: true,
      act: async (items) => {
        const { removeDomains } = await remove({ input: { ids: items.map(({ id }) => id) } });
        return resultsOf(removeDomains.results, 'removed.');
      },
    },
  ];
  return (
    <LeftSection
      title="Domains they added"
      noun="domain"
      rows={rows}
      total={data.domainsLeftBehind?.totalCount ?? 0}
      hasMore={hasNext}
      loading={isLoadingNext}
      onMore={() => loadNext(atOnce)}
      undos={undos}
      onChange={useReadAgain(refetch, rows.length)}
    />
  );
}
