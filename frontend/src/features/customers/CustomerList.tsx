import {
  Button,
  makeStyles,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { PeopleTeamRegular } from '@fluentui/react-icons/svg/people-team';
import { type ReactNode, startTransition } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { CustomerList_viewer$key } from '../../__generated__/CustomerList_viewer.graphql';
import type { CustomerListListQuery } from '../../__generated__/CustomerListListQuery.graphql';
import { Choice } from '../../components/Choice';
import { CommandBar } from '../../components/CommandBar';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { ListFoot } from '../../components/ListFoot';
import { useDelegationChanges } from '../../components/useDelegationChanges';
import { narrow, phone, useMediaQuery } from '../../lib/useMediaQuery';
import { CustomerRow } from './CustomerRow';
import { type CustomerSort, sortBy, sortChoice, sortChoices } from './customerSort';

const pageSize = 20;

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
  table: { tableLayout: 'auto' },
  head: { color: tokens.colorNeutralForeground2 },
  select: { minWidth: 0, flexGrow: 1, flexBasis: '136px' },
});

/** The customers of the viewer's partner: each by the delegation that lives now. */
export function CustomerList(props: {
  viewer: CustomerList_viewer$key;
  search: string | undefined;
  sort: string | undefined;
  stale: boolean;
  searchField: ReactNode;
  onSearch: (change: { search?: string | undefined; sort?: string | undefined }) => void;
  onOpen: (organizationId: string) => void;
}) {
  const { search, stale, searchField, onSearch, onOpen } = props;
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    CustomerListListQuery,
    CustomerList_viewer$key
  >(
    graphql`
      fragment CustomerList_viewer on Viewer
      @refetchable(queryName: "CustomerListListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        filter: { type: "DelegationFilter" }
        orderBy: { type: "DelegationOrder" }
      ) {
        canManageOffers
        customers(first: $count, after: $cursor, filter: $filter, orderBy: $orderBy)
          @connection(key: "CustomerList_customers") {
          totalCount
          edges {
            node {
              id
              ...CustomerRow_delegation
            }
          }
        }
      }
    `,
    props.viewer,
  );
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  const isNarrow = useMediaQuery(narrow);
  const layout = isPhone ? 'phone' : isNarrow ? 'narrow' : 'wide';
  const rows = data.customers.edges.flatMap((edge) => (edge?.node ? [edge.node] : []));
  useDelegationChanges(() =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(rows.length, pageSize), 100) }, { fetchPolicy: 'store-and-network' });
    }),
  );

  const { sort } = sortChoice(props.sort);
  const column = (name: string, field: CustomerSort['field']) => (
    <TableHeaderCell
      sortable
      {...(sort.field === field
        ? { sortDirection: sort.direction === 'ASC' ? ('ascending' as const) : ('descending' as const) }
        : {})}
      onClick={() => onSearch({ sort: sortBy(field, sort) })}
    >
      {name}
    </TableHeaderCell>
  );

  return (
    <>
      <CommandBar
        far={
          <>
            {searchField}
            {isPhone && (
              <Choice
                label="Order"
                className={styles.select}
                choices={sortChoices}
                value={props.sort}
                onChoose={(order) => onSearch({ sort: order })}
              />
            )}
          </>
        }
      />
      <div className={stale ? styles.stale : undefined} aria-busy={stale}>
        {rows.length === 0 && search && (
          <EmptyState
            title="No customer fits"
            icon={<PeopleTeamRegular />}
            action={<Button onClick={() => onSearch({ search: undefined })}>Clear search</Button>}
          >
            None of your customers fits the search.
          </EmptyState>
        )}
        {rows.length === 0 && !search && (
          <EmptyState
            title="You have no customers yet"
            icon={<PeopleTeamRegular />}
            {...(data.canManageOffers
              ? {
                  action: (
                    <LinkButton to="/partner/offers/new" appearance="primary">
                      New offer
                    </LinkButton>
                  ),
                }
              : {})}
          >
            An organization is listed here once it accepts an offer of yours, and leaves the list with the delegation.
          </EmptyState>
        )}
        {rows.length > 0 && (
          <>
            <Table className={styles.table} aria-label="Customers">
              <TableHeader className={styles.head}>
                <TableRow>
                  <TableHeaderCell>Customer</TableHeaderCell>
                  {layout === 'wide' && <TableHeaderCell>Your roles</TableHeaderCell>}
                  {layout !== 'phone' && (
                    <>
                      <TableHeaderCell>Status</TableHeaderCell>
                      {column('Since', 'ACTIVATED_AT')}
                      {column('Until', 'EXPIRES_AT')}
                      <TableHeaderCell>Last activity</TableHeaderCell>
                    </>
                  )}
                </TableRow>
              </TableHeader>
              <TableBody>
                {rows.map((row) => (
                  <CustomerRow key={row.id} delegation={row} layout={layout} onOpen={onOpen} />
                ))}
              </TableBody>
            </Table>
            <ListFoot
              shown={rows.length}
              total={data.customers.totalCount}
              hasMore={hasNext}
              loading={isLoadingNext}
              onMore={() => loadNext(pageSize)}
            />
          </>
        )}
      </div>
    </>
  );
}
