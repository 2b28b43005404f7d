import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql } from 'react-relay';
import type { SubscriptionsCardQuery } from '../../__generated__/SubscriptionsCardQuery.graphql';
import { CalmBoundary } from '../../components/CalmBoundary';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { UntilDate } from '../../components/UntilDate';
import { usePageQuery } from '../../graphql/usePageQuery';
import { count } from '../../lib/time';
import { Card } from './Card';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
  small: { color: tokens.colorNeutralForeground2 },
});

/** The subscriptions of an organization, for those whose roles let them read them; a calm sentence for others. */
export function SubscriptionsCard(props: { organizationId: string; fetchKey: string }) {
  const styles = useStyles();
  return (
    <Card title="Subscriptions">
      <PageBoundary
        skeleton={<TextSkeleton lines={2} />}
        resetKey={props.fetchKey}
        title="The subscriptions could not be shown"
      >
        <CalmBoundary
          resetKey={props.fetchKey}
          calm={{
            FORBIDDEN: <Text className={styles.small}>Your roles here do not include reading the subscriptions.</Text>,
            NOT_FOUND: null, // the page tells
          }}
        >
          <Subscriptions {...props} />
        </CalmBoundary>
      </PageBoundary>
    </Card>
  );
}

function Subscriptions(props: { organizationId: string; fetchKey: string }) {
  const { organizationId: id, fetchKey } = props;
  const styles = useStyles();
  const { node } = usePageQuery<SubscriptionsCardQuery>(
    graphql`
      query SubscriptionsCardQuery($id: ID!) {
        node(id: $id) {
          ... on Organization {
            subscriptions(first: 20) {
              totalCount
              edges {
                node {
                  id
                  kind
                  seats
                  endsAt
                  product {
                    id
                    name
                  }
                }
              }
            }
          }
        }
      }
    `,
    { id },
    { fetchKey, fetchPolicy: 'network-only' },
  );
  const subscriptions = node?.subscriptions;
  if (!subscriptions) return null;
  if (subscriptions.edges.length === 0) {
    return <Text className={styles.small}>This organization has tried or bought nothing yet.</Text>;
  }
  const rest = subscriptions.totalCount - subscriptions.edges.length;
  return (
    <>
      <ul className={styles.list}>
        {subscriptions.edges.map(({ node: subscription }) => (
          <li key={subscription.id} className={styles.item}>
            <Text weight="semibold">{subscription.product.name}</Text>
            <Text className={styles.small}>
              {subscription.kind === 'TRIAL' ? 'Trial' : 'Purchase'} · {count(subscription.seats, 'seat')} · until{' '}
              <UntilDate at={subscription.endsAt} />
            </Text>
          </li>
        ))}
      </ul>
      {rest > 0 && <Text className={styles.small}>and {count(rest, 'more subscription')}</Text>}
    </>
  );
}
