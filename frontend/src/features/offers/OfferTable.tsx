import {
  Button,
  makeStyles,
  mergeClasses,
  Spinner,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  Text,
  tokens,
} from '@fluentui/react-components';
import { MailInboxRegular } from '@fluentui/react-icons/svg/mail-inbox';
import { startTransition } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { OfferTable_query$key } from '../../__generated__/OfferTable_query.graphql';
import type { OfferTableQuery } from '../../__generated__/OfferTableQuery.graphql';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { useLive } from '../../graphql/useLive';
import { OfferRow } from './OfferRow';
import { type OfferState, offerStates } from './offerState';
import { useDeliveryWatch } from './useDeliveryWatch';

const pageSize = 20;

const useStyles = makeStyles({
  table: { tableLayout: 'fixed' },
  to: { width: '24%', '@media (max-width: 639.98px)': { width: '100%' } },
  wide: { '@media (max-width: 639.98px)': { display: 'none' } },
  middle: { width: '10%', '@media (max-width: 1023.98px)': { display: 'none' } },
  mail: {
    width: '13%',
    '@media (max-width: 1023.98px)': { width: '22%' },
    '@media (max-width: 639.98px)': { display: 'none' },
  },
  state: { width: '11%', '@media (max-width: 1023.98px)': { width: '18%' } },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '48px',
    color: tokens.colorNeutralForeground2,
  },
});

/** The offers that the viewer's partner sent, newest first, page by page. */
export function OfferTable(props: {
  query: OfferTable_query$key;
  state: OfferState | undefined;
  selected: string | undefined;
  onOpen: (id: string) => void;
  /** Somebody is about to open one. */
  onIntent: () => void;
  onAll: () => void;
}) {
  const { state, selected, onOpen, onIntent, onAll } = props;
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    OfferTableQuery,
    OfferTable_query$key
  >(
    graphql`
      fragment OfferTable_query on Query
      @argumentDefinitions(
        first: { type: "Int", defaultValue: 20 }
        after: { type: "Cursor" }
        statuses: { type: "[OfferStatus!]" }
      )
      @refetchable(queryName: "OfferTableQuery") {
        viewer {
          offers(first: $first, after: $after, statuses: $statuses)
            @connection(key: "OfferTable_offers", filters: ["statuses"]) {
            totalCount
            edges {
              node {
                id
                delivery {
                  status
                }
                ...OfferRow_offer
              }
            }
          }
        }
      }
    `,
    props.query,
  );
  const styles = useStyles();
  const offers = data.viewer?.offers;
  const edges = offers?.edges ?? [];
  useDeliveryWatch(
    edges.filter(({ node }) => node.delivery?.status === 'NOT_DELIVERED_YET').map(({ node }) => node.id),
  );
  // An acceptance begins a delegation, and a deletion ends one: both change what an offer says.
  useLive(
    graphql`
      subscription OfferTableChangedSubscription {
        delegatedAdminsChanged {
          kind
        }
      }
    `,
    {},
    () =>
      startTransition(
        () =>
          void refetch(
            { first: Math.max(pageSize, Math.min(edges.length, 100)) },
            { fetchPolicy: 'store-and-network' },
          ),
      ),
  );

  if (edges.length === 0) {
    return state ? (
      <EmptyState
        title={`No offer is in the state “${offerStates[state].label}”`}
        action={<Button onClick={onAll}>Show all</Button>}
      />
    ) : (
      <EmptyState
        title="You have not sent an offer yet"
        icon={<MailInboxRegular />}
        action={
          <LinkButton to="/partner/offers/new" appearance="primary">
            New offer
          </LinkButton>
        }
      >
        An offer asks a customer, by e-mail, to make you a delegated admin. What you sent, and what became of it, stands
        here.
      </EmptyState>
    );
  }
  return (
    <>
      <Table aria-label="Offers" className={styles.table} onPointerEnter={onIntent} onFocus={onIntent}>
        <TableHeader>
          <TableRow>
            <TableHeaderCell className={styles.to}>To</TableHeaderCell>
            <TableHeaderCell className={styles.wide}>Roles</TableHeaderCell>
            <TableHeaderCell className={mergeClasses(styles.state, styles.wide)}>State</TableHeaderCell>
            <TableHeaderCell className={styles.mail}>Mail</TableHeaderCell>
            <TableHeaderCell className={styles.middle}>Sent</TableHeaderCell>
            <TableHeaderCell className={styles.middle}>Lapses</TableHeaderCell>
          </TableRow>
        </TableHeader>
        <TableBody>
          {edges.map(({ node }) => (
            <OfferRow key={node.id} offer={node} selected={node.id === selected} onOpen={onOpen} />
          ))}
        </TableBody>
      </Table>
      <div className={styles.foot}>
        <Text role="status">
          Showing {edges.length.toLocaleString('en')} of {(offers?.totalCount ?? edges.length).toLocaleString('en')}
        </Text>
        {hasNext && (
          <Button
            disabledFocusable={isLoadingNext}
            {...(isLoadingNext ? { icon: <Spinner size="tiny" /> } : {})}
            onClick={() => !isLoadingNext && loadNext(pageSize)}
          >
            Show more
          </Button>
        )}
      </div>
    </>
  );
}
