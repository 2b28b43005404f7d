import { makeStyles, TableCell, TableRow, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { SubscriptionRow_subscription$key } from '../../__generated__/SubscriptionRow_subscription.graphql';
import { Tag } from '../../components/Tag';
import { TextLink } from '../../components/TextLink';
import { UntilDate } from '../../components/UntilDate';
import { money } from '../../lib/money';
import { count } from '../../lib/time';
import { kindName, type View } from './subscriptions';

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    height: '48px',
    overflowWrap: 'anywhere',
  },
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One subscription in the list. On phones its columns stand in further lines under the name. */
export function SubscriptionRow(props: {
  subscription: SubscriptionRow_subscription$key;
  view: View;
  phone: boolean;
  onOpen: () => void;
}) {
  const { view, phone, onOpen } = props;
  const { id, kind, seats, assignedSeats, availableSeats, endsAt, ended, product } = useFragment(
    graphql`
      fragment SubscriptionRow_subscription on Subscription {
        id
        kind
        seats
        assignedSeats
        availableSeats
        endsAt
        ended
        product {
          name
          pricePerSeatMonth
          currency
        }
      }
    `,
    props.subscription,
  );
  const styles = useStyles();
  const trial = kind === 'TRIAL';
  const assigned = `${assignedSeats.toLocaleString('en')} of ${seats.toLocaleString('en')}`;
  const price = trial ? 'Free of charge' : `${money(product.pricePerSeatMonth, product.currency)} per seat and month`;
  const until = <UntilDate at={endsAt} over={ended} />;
  const openUnlessLink = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a')) return;
    onOpen();
  };
  return (
    <TableRow className={styles.row} onClick={openUnlessLink}>
      <TableCell className={styles.cell}>
        <div className={styles.stack}>
          <span className={styles.line}>
            <TextLink
              to="."
              search={((now: object) => ({ ...now, subscription: id, tab: undefined })) as never}
              className={styles.name}
            >
              {product.name}
            </TextLink>
            {ended && <Tag color="informative">Ended</Tag>}
            {trial && view === 'licenses' && <Tag color="informative">Trial</Tag>}
          </span>
          {phone && (
            <>
              <span className={styles.small}>
                {view === 'licenses'
                  ? `${assigned} assigned · ${availableSeats.toLocaleString('en')} available`
                  : `${kindName(kind)} · ${count(seats, 'seat')} · ${price}`}
              </span>
              <span className={styles.small}>Until {until}</span>
            </>
          )}
        </div>
      </TableCell>
      {!phone && (
        <>
          {view === 'licenses' ? (
            <>
              <TableCell className={styles.cell}>{assigned}</TableCell>
              <TableCell className={styles.cell}>{availableSeats.toLocaleString('en')}</TableCell>
            </>
          ) : (
            <>
              <TableCell className={styles.cell}>{kindName(kind)}</TableCell>
              <TableCell className={styles.cell}>{seats.toLocaleString('en')}</TableCell>
              <TableCell className={styles.cell}>{price}</TableCell>
            </>
          )}
          <TableCell className={styles.cell}>{until}</TableCell>
        </>
      )}
    </TableRow>
  );
}
