import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { graphql, usePaginationFragment } from 'react-relay';
import type { PartnerList_query$key } from '../../__generated__/PartnerList_query.graphql';
import type { PartnerListQuery } from '../../__generated__/PartnerListQuery.graphql';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { PartnerItem } from './PartnerItem';

const pageSize = 20;

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
  list: { listStyleType: 'none', margin: 0, padding: 0, maxWidth: '880px' },
  item: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
});

/** The partners that fit, by name, page by page. */
export function PartnerList(props: {
  query: PartnerList_query$key;
  narrowed: boolean;
  /** What is shown is not yet what the address asks for. */
  stale: boolean;
  onClear: () => void;
}) {
  const { narrowed, stale, onClear } = props;
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<PartnerListQuery, PartnerList_query$key>(
    graphql`
      fragment PartnerList_query on Query
      @refetchable(queryName: "PartnerListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        search: { type: "String" }
        country: { type: "String" }
        service: { type: "PartnerService" }
      ) {
        partners(first: $count, after: $cursor, search: $search, country: $country, service: $service)
          @connection(key: "PartnerList_partners") {
          totalCount
          edges {
            node {
              id
              ...PartnerItem_partner
            }
          }
        }
      }
    `,
    props.query,
  );
  const styles = useStyles();
  const { edges, totalCount } = data.partners;
  if (edges.length === 0) {
    return (
      <EmptyState
        title={narrowed ? 'No partner fits' : 'There are no partners in the directory yet'}
        icon={<PeopleTeamRegular />}
        {...(narrowed ? { action: <Button onClick={onClear}>Show all partners</Button> } : {})}
      >
        {narrowed
          ? 'None of the partners in the directory fits the search and the filters.'
          : 'A partner is here once it says that it wants to be found.'}
      </EmptyState>
    );
  }
  return (
    <div className={stale ? styles.stale : undefined} aria-busy={stale}>
      <ul className={styles.list} aria-label="Partners">
        {edges.map(({ node }) => (
          <li key={node.id} className={styles.item}>
            <PartnerItem partner={node} />
          </li>
        ))}
      </ul>
      <ListFoot
        shown={edges.length}
        total={totalCount}
        hasMore={hasNext}
        loading={isLoadingNext}
        onMore={() => loadNext(pageSize)}
      />
    </div>
  );
}
