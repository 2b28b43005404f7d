import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { SubscriptionSummary_product$key } from '../../__generated__/SubscriptionSummary_product.graphql';
import { money } from '../../lib/money';
import { count, longDate } from '../../lib/time';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  description: { color: tokens.colorNeutralForeground2 },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: { margin: 0, overflowWrap: 'anywhere' },
});

export interface SubscriptionTerms {
  readonly kind: string;
  readonly seats: number;
  readonly termMonths: number;
}

/** The trial or purchase that comes along: what, for how many, at what price, until when. */
export function SubscriptionSummary(props: {
  subscription: SubscriptionTerms;
  product: SubscriptionSummary_product$key;
  /** It has been answered: when it ends is no longer counted from today. */
  begun?: boolean;
}) {
  const { kind, seats, termMonths } = props.subscription;
  const { name, description, pricePerSeatMonth, currency } = useFragment(
    graphql`
      fragment SubscriptionSummary_product on Product {
        name
        description
        pricePerSeatMonth
        currency
      }
    `,
    props.product,
  );
  const styles = useStyles();
  const trial = kind === 'TRIAL';
  const until = longDate(monthsFromNow(termMonths));
  return (
    <div className={styles.root}>
      <Text weight="semibold">
        {trial ? 'Trial' : 'Purchase'}: {name}
      </Text>
      <Text className={styles.description}>{description}</Text>
      <dl className={styles.facts}>
        <dt className={styles.term}>Seats</dt>
        <dd className={styles.fact}>{seats.toLocaleString('en')}</dd>
        <dt className={styles.term}>Price</dt>
        <dd className={styles.fact}>
          {trial
            ? 'Free of charge'
            : `${money(pricePerSeatMonth, currency)} per seat and month, ${money(
                pricePerSeatMonth * seats * termMonths,
                currency,
              )} for ${count(termMonths, 'month')} in total`}
        </dd>
        {props.begun ? (
          <>
            <dt className={styles.term}>Term</dt>
            <dd className={styles.fact}>{count(termMonths, 'month')}</dd>
          </>
        ) : (
          <>
            <dt className={styles.term}>{trial ? 'Ends' : 'Runs until'}</dt>
            <dd className={styles.fact}>{trial ? `${until}, by itself: nothing has to be canceled` : until}</dd>
          </>
        )}
      </dl>
    </div>
  );
}

/** The same day so many months later, as the server counts. */
function monthsFromNow(months: number): Date {
  const date = new Date();
  date.setUTCMonth(date.getUTCMonth() + months);
  return date;
}
