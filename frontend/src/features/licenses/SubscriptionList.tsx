import {
  makeStyles,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  ToolbarButton,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { BoxRegular } from '@fluentui/react-icons/svg/box';
import { startTransition } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { SubscriptionFilters_query$key } from '../../__generated__/SubscriptionFilters_query.graphql';
import type { SubscriptionList_organization$key } from '../../__generated__/SubscriptionList_organization.graphql';
import type { SubscriptionListListQuery } from '../../__generated__/SubscriptionListListQuery.graphql';
import { CommandBar } from '../../components/CommandBar';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { useAddress } from '../../components/useAddress';
import { phone, useMediaQuery } from '../../lib/useMediaQuery';
import { SubscriptionFilters } from './SubscriptionFilters';
import { SubscriptionRow } from './SubscriptionRow';
import { isFiltered, type SubscriptionSearch } from './subscriptionSearch';
import type { View } from './subscriptions';

const SubscriptionPanel = lazily(async () => (await import('./SubscriptionPanel')).SubscriptionPanel);

const pageSize = 20;

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
  table: { width: '100%', tableLayout: 'auto' },
  head: { color: tokens.colorNeutralForeground2 },
});

const columns: Readonly<Record<View, readonly string[]>> = {
  products: ['Product', 'Kind', 'Seats', 'Price', 'Until'],
  licenses: ['Product', 'Assigned', 'Available', 'Until'],
};

/** The subscriptions of an organization, newest first, what narrows them, and the panel about one. */
export function SubscriptionList(props: {
  organization: SubscriptionList_organization$key;
  query: SubscriptionFilters_query$key;
  organizationId: string;
  view: View;
  /** What is shown is not yet what the address asks for. */
  stale: boolean;
}) {
  const { query, organizationId, view, stale } = props;
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    SubscriptionListListQuery,
    SubscriptionList_organization$key
  >(
    graphql`
      fragment SubscriptionList_organization on Organization
      @refetchable(queryName: "SubscriptionListListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        filter: { type: "SubscriptionFilter" }
      ) {
        subscriptions(first: $count, after: $cursor, filter: $filter)
          @connection(key: "SubscriptionList_subscriptions") {
          totalCount
          edges {
            node {
              id
              ...SubscriptionRow_subscription
            }
          }
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  const { state, change, open } = useAddress();
  const rows = data.subscriptions.edges.flatMap((edge) => (edge?.node ? [edge.node] : []));
  const filtered = isFiltered(state);
  const readAgain = () =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(rows.length, pageSize), 100) }, { fetchPolicy: 'store-and-network' });
    });

  return (
    <>
      <CommandBar
        far={<SubscriptionFilters query={query} search={state} onSearch={(part: SubscriptionSearch) => change(part)} />}
      >
        <ToolbarButton icon={<ArrowClockwiseRegular />} onClick={readAgain}>
          Refresh
        </ToolbarButton>
      </CommandBar>
      {rows.length === 0 ? (
        <EmptyState title={filtered ? 'No subscription fits' : 'Nothing was tried or bought yet'} icon={<BoxRegular />}>
          {filtered
            ? 'None of the subscriptions fits the filters.'
            : 'A partner’s offer can come with a trial or a purchase. Once it is accepted, it stands here with its licenses.'}
        </EmptyState>
      ) : (
        <div className={stale ? styles.stale : undefined} aria-busy={stale}>
          <Table
            className={styles.table}
            aria-label="Subscriptions"
            onPointerEnter={SubscriptionPanel.preload}
            onFocus={SubscriptionPanel.preload}
          >
            <TableHeader className={styles.head}>
              <TableRow>
                {columns[view].slice(0, isPhone ? 1 : undefined).map((column) => (
                  <TableHeaderCell key={column}>{column}</TableHeaderCell>
                ))}
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <SubscriptionRow
                  key={row.id}
                  subscription={row}
                  view={view}
                  phone={isPhone}
                  onOpen={() => open({ subscription: row.id, tab: undefined })}
                />
              ))}
            </TableBody>
          </Table>
          <ListFoot
            shown={rows.length}
            total={data.subscriptions.totalCount}
            hasMore={hasNext}
            loading={isLoadingNext}
            onMore={() => loadNext(pageSize)}
          />
        </div>
      )}
      <Opened when={state.subscription !== undefined}>
        <SubscriptionPanel
          id={state.subscription}
          organizationId={organizationId}
          tab={state.tab ?? (view === 'licenses' ? 'users' : 'overview')}
          onTab={(tab) => change({ tab })}
          onClose={() => change({ subscription: undefined, tab: undefined })}
        />
      </Opened>
    </>
  );
}
