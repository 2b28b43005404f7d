import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { SubscriptionOverview_subscription$key } from '../../__generated__/SubscriptionOverview_subscription.graphql';
import { Facts } from '../../components/Facts';
import { UntilDate } from '../../components/UntilDate';
import { money } from '../../lib/money';
import { count, longDate } from '../../lib/time';
import { kindName } from './subscriptions';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  seats: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
});

/** What a subscription is of, what it costs, how long it lasts, and how many of its seats are taken. */
export function SubscriptionOverview(props: { subscription: SubscriptionOverview_subscription$key }) {
  const { kind, seats, assignedSeats, availableSeats, startsAt, endsAt, ended, product } = useFragment(
    graphql`
      fragment SubscriptionOverview_subscription on Subscription {
        kind
        seats
        assignedSeats
        availableSeats
        startsAt
        endsAt
        ended
        product {
          name
          description
          pricePerSeatMonth
          currency
        }
      }
    `,
    props.subscription,
  );
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Text>{product.description}</Text>
      <div className={styles.seats}>
        <Text weight="semibold">
          {assignedSeats.toLocaleString('en')} of {count(seats, 'seat')} taken
        </Text>
        <ProgressBar
          aria-label="Seats taken"
          value={assignedSeats}
          max={seats}
          thickness="large"
          color={availableSeats === 0 ? 'warning' : 'brand'}
        />
        <Text>
          {ended
            ? 'It has ended: its licenses give nothing any more, and none can be assigned.'
            : `${count(availableSeats, 'license')} can still be assigned.`}
        </Text>
      </div>
      <Facts
        facts={[
          ['Kind', kindName(kind)],
          [
            'Price',
            kind === 'TRIAL'
              ? 'Free of charge'
              : `${money(product.pricePerSeatMonth, product.currency)} per seat and month`,
          ],
          ['Since', longDate(startsAt)],
          [ended ? 'Ended' : 'Until', <UntilDate key="u" at={endsAt} over={ended} />],
        ]}
      />
    </div>
  );
}
