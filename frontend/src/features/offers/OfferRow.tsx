import { Link, makeStyles, mergeClasses, TableCell, TableRow, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { OfferRow_offer$key } from '../../__generated__/OfferRow_offer.graphql';
import { RelativeTime } from '../../components/RelativeTime';
import { rolesInShort } from '../../lib/roles';
import { shortDate } from '../../lib/time';
import { DeliveryState } from './DeliveryState';
import { OfferBadge } from './OfferBadge';

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  cell: { paddingTop: tokens.spacingVerticalS, paddingBottom: tokens.spacingVerticalS, overflowWrap: 'anywhere' },
  to: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', minWidth: 0 },
  link: { textAlign: 'left', overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  // On phones the columns stand below each other.
  phone: {
    display: 'none',
    '@media (max-width: 639.98px)': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      columnGap: tokens.spacingHorizontalS,
      rowGap: tokens.spacingVerticalXXS,
      marginTop: tokens.spacingVerticalXS,
    },
  },
  wide: { '@media (max-width: 639.98px)': { display: 'none' } },
  middle: { '@media (max-width: 1023.98px)': { display: 'none' } },
});

/** An offer in the list. */
export function OfferRow(props: { offer: OfferRow_offer$key; selected: boolean; onOpen: (id: string) => void }) {
  const { selected, onOpen } = props;
  const offer = useFragment(
    graphql`
      fragment OfferRow_offer on Offer {
        id
        status
        customerEmail
        customer {
          displayName
        }
        requestedRoles
        createdAt
        answeredAt
        expiresAt
        delegationEndedAt
        subscription {
          kind
        }
        delivery {
          ...DeliveryState_delivery
        }
      }
    `,
    props.offer,
  );
  const styles = useStyles();
  const { id, status, customerEmail, customer, requestedRoles, createdAt, answeredAt, expiresAt, delegationEndedAt } =
    offer;
  const open = () => onOpen(id);
  const until =
    status === 'PENDING' ? `Lapses ${shortDate(expiresAt)}` : answeredAt ? shortDate(answeredAt) : shortDate(expiresAt);
  const badge = <OfferBadge status={status} ended={Boolean(delegationEndedAt)} />;
  return (
    <TableRow className={styles.row} appearance={selected ? 'neutral' : 'none'} onClick={open}>
      <TableCell className={styles.cell}>
        <div className={styles.to}>
          <Link
            as="button"
            className={styles.link}
            onClick={(event) => {
              event.stopPropagation();
              open();
            }}
          >
            {customerEmail}
          </Link>
          {customer && (
            <Text size={200} className={styles.detail}>
              {customer.displayName}
            </Text>
          )}
          <div className={styles.phone}>
            {badge}
            <Text size={200} className={styles.detail}>
              {rolesInShort(requestedRoles)} · {until}
            </Text>
            {status === 'PENDING' && <DeliveryState delivery={offer.delivery} short />}
          </div>
        </div>
      </TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.wide)}>
        <div className={styles.to}>
          <Text>{rolesInShort(requestedRoles)}</Text>
          {offer.subscription && (
            <Text size={200} className={styles.detail}>
              {offer.subscription.kind === 'TRIAL' ? 'With a trial' : 'With a purchase'}
            </Text>
          )}
        </div>
      </TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.wide)}>{badge}</TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.wide)}>
        <DeliveryState delivery={offer.delivery} short />
      </TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.middle)}>
        <RelativeTime at={createdAt} />
      </TableCell>
      <TableCell className={mergeClasses(styles.cell, styles.middle)}>
        <Text className={status === 'PENDING' ? '' : styles.detail}>
          {status === 'PENDING' ? <RelativeTime at={expiresAt} /> : '–'}
        </Text>
      </TableCell>
    </TableRow>
  );
}
