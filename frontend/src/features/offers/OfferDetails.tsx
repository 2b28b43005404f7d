import { Button, MessageBar, MessageBarBody, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { OfferDetails_offer$key } from '../../__generated__/OfferDetails_offer.graphql';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { RelativeTime } from '../../components/RelativeTime';
import { TextLink } from '../../components/TextLink';
import { useToast } from '../../components/Toasts';
import { UserErrors } from '../../graphql/errors';
import { roleInfo, roleName, sortRoles } from '../../lib/roles';
import { durationInWords, exactTime, longDate } from '../../lib/time';
import { DeliveryState } from './DeliveryState';
import { OfferBadge } from './OfferBadge';
import { SubscriptionSummary } from './SubscriptionSummary';
import { useResendOffer } from './useResendOffer';
import { useWithdrawOffer } from './useWithdrawOffer';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalS,
    margin: 0,
    '@media (max-width: 419.98px)': { gridTemplateColumns: '1fr', rowGap: 0 },
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: {
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 419.98px)': { marginBottom: tokens.spacingVerticalS },
  },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  heading: { margin: 0 },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, display: 'grid', rowGap: tokens.spacingVerticalXS },
  message: { whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
});

/** An offer of one's own: what was asked for, how far it got, and what can be done about it. */
export function OfferDetails(props: { offer: OfferDetails_offer$key }) {
  const offer = useFragment(
    graphql`
      fragment OfferDetails_offer on Offer {
        id
        status
        customerEmail
        customer {
          id
          displayName
        }
        requestedRoles
        assignments {
          group {
            id
            name
          }
          roles
        }
        durationDays
        message
        sentBy
        createdAt
        answeredAt
        expiresAt
        declineReason
        delegationEndedAt
        delegation {
          id
          expiresAt
          roles
          customer {
            id
            displayName
          }
        }
        subscription {
          kind
          seats
          termMonths
          product {
            ...SubscriptionSummary_product
          }
        }
        delivery {
          deliveredAt
          ...DeliveryState_delivery
        }
        viewerCanManage
      }
    `,
    props.offer,
  );
  const styles = useStyles();
  const tell = useToast();
  const [asking, setAsking] = useState<'resend' | 'withdraw' | null>(null);
  const [resend] = useResendOffer();
  const [withdraw] = useWithdrawOffer();
  const { id, status, customerEmail, answeredAt, subscription, delegation, delegationEndedAt } = offer;
  const customer = offer.customer ?? delegation?.customer;

  return (
    <div className={styles.root}>
      {offer.viewerCanManage && (
        <div className={styles.actions}>
          <Button onClick={() => setAsking('resend')}>Send again</Button>
          <Button onClick={() => setAsking('withdraw')}>Withdraw</Button>
        </div>
      )}
      <dl className={styles.facts}>
        <Fact term="State">
          <OfferBadge status={status} ended={Boolean(delegationEndedAt)} />
        </Fact>
        {customer && (
          <Fact term="Customer">
            {delegation && !delegationEndedAt ? (
              <TextLink to="/partner/customers/$organizationId" params={{ organizationId: customer.id }}>
                {customer.displayName}
              </TextLink>
            ) : (
              customer.displayName
            )}
          </Fact>
        )}
        <Fact term="Mail">
          <DeliveryState delivery={offer.delivery} />
          {offer.delivery?.deliveredAt && (
            <Text size={200} className={styles.term}>
              {exactTime(offer.delivery.deliveredAt)}
            </Text>
          )}
        </Fact>
        <Fact term="Sent">
          <RelativeTime at={offer.createdAt} /> by {offer.sentBy}
        </Fact>
        {status === 'PENDING' && <Fact term="Lapses">{longDate(offer.expiresAt)}</Fact>}
        {status === 'EXPIRED' && <Fact term="Lapsed">{longDate(offer.expiresAt)}</Fact>}
        {answeredAt && (
          <Fact term={status === 'WITHDRAWN' ? 'Withdrawn' : 'Answered'}>
            <RelativeTime at={answeredAt} />
          </Fact>
        )}
        {offer.declineReason && <Fact term="Their reason">“{offer.declineReason}”</Fact>}
        {delegationEndedAt && <Fact term="Delegation ended">{exactTime(delegationEndedAt)}</Fact>}
        {delegation && !delegationEndedAt && <Fact term="Delegation until">{longDate(delegation.expiresAt)}</Fact>}
        <Fact term="Asked for">{durationInWords(offer.durationDays)}</Fact>
      </dl>
      {status === 'ACCEPTED' && !delegation && !delegationEndedAt && subscription && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            They took the {subscription.kind === 'TRIAL' ? 'trial' : 'purchase'} and said No to delegated
            administration.
          </MessageBarBody>
        </MessageBar>
      )}
      <section className={styles.section}>
        <Subtitle2 as="h3" className={styles.heading}>
          Roles asked for
        </Subtitle2>
        <ul className={styles.list}>
          {sortRoles(offer.requestedRoles).map((role) => (
            <li key={role}>
              {roleInfo(role).name}
              {delegation && !delegation.roles.includes(role) && ' (struck by the customer)'}
            </li>
          ))}
        </ul>
      </section>
      {status === 'PENDING' && (
        <section className={styles.section}>
          <Subtitle2 as="h3" className={styles.heading}>
            Who of you may act there
          </Subtitle2>
          {offer.assignments ? (
            <ul className={styles.list}>
              {offer.assignments.map(({ group, roles }) => (
                <li key={group.id}>
                  {group.name}: {sortRoles(roles).map(roleName).join(', ')}
                </li>
              ))}
              {offer.assignments.length === 0 && <li>Nobody yet: the offer assigns its roles to no group.</li>}
            </ul>
          ) : (
            <Text>Each group by its default roles, once the customer accepts.</Text>
          )}
        </section>
      )}
      {subscription && (
        <section className={styles.section}>
          <Subtitle2 as="h3" className={styles.heading}>
            What came along
          </Subtitle2>
          <SubscriptionSummary
            subscription={subscription}
            product={subscription.product}
            {...(status === 'PENDING' ? {} : { begun: true })}
          />
        </section>
      )}
      {offer.message && (
        <section className={styles.section}>
          <Subtitle2 as="h3" className={styles.heading}>
            Message
          </Subtitle2>
          <Text className={styles.message}>{offer.message}</Text>
        </section>
      )}
      <ConfirmDialog
        open={asking === 'withdraw'}
        steps={[
          {
            title: `Withdraw the offer to ${customerEmail}?`,
            body: 'Its link stops working at once; whoever opens it reads that you took the offer back. This can’t be undone: to ask again you send a new offer.',
            yes: 'Withdraw',
            no: 'Keep it',
            danger: true,
          },
        ]}
        onConfirm={async () => {
          await withdraw({ input: { id } });
          tell('The offer was withdrawn');
        }}
        onClose={() => setAsking(null)}
      />
      <ConfirmDialog
        open={asking === 'resend'}
        steps={[
          {
            title: `Send the offer to ${customerEmail} again?`,
            body: 'A new mail with a new link goes out. Links sent before stop working, also when somebody has forwarded one. What you ask for and when the offer lapses stay the same.',
            yes: 'Send again',
            no: 'Cancel',
          },
        ]}
        onConfirm={async () => {
          try {
            await resend({ input: { id } });
          } catch (error) {
            throw error instanceof UserErrors ? inLocalTime(error) : error;
          }
          tell('The offer is on its way again');
        }}
        onClose={() => setAsking(null)}
      />
    </div>
  );
}

/** The server names an hour in UTC: say it in the person's zone. */
function inLocalTime(error: UserErrors): UserErrors {
  return new UserErrors(
    error.errors.map((one) => ({
      ...one,
      message: one.message.replace(/(\d\d):(\d\d) UTC/, (_, hours: string, minutes: string) => {
        const at = new Date();
        at.setUTCHours(Number(hours), Number(minutes), 0, 0);
        return new Intl.DateTimeFormat('en', { timeStyle: 'short' }).format(at);
      }),
    })),
  );
}

function Fact(props: { term: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{props.term}</dt>
      <dd className={styles.fact}>{props.children}</dd>
    </>
  );
}
