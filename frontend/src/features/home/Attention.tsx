import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { useState } from 'react';
import { graphql } from 'react-relay';
import type { AttentionQuery } from '../../__generated__/AttentionQuery.graphql';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { RelativeTime } from '../../components/RelativeTime';
import { usePageQuery } from '../../graphql/usePageQuery';
import { rolesInShort } from '../../lib/roles';
import { count, day, daysUntil } from '../../lib/time';
import { AttentionCard } from './AttentionCard';

/** A delegation is near its end when it has less than this left. */
const nearEnd = 30;
/** How far back refused attempts are shown. */
const refusedDays = 7;

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    maxWidth: '880px',
  },
});

/** What waits for an answer, ends soon, or was refused: as far as this person may know it. */
export function Attention(props: { admins: boolean; audit: boolean; partner: boolean; offers: boolean }) {
  const { admins, audit, partner, offers } = props;
  const [since] = useState(() => new Date(Math.floor(Date.now() / day - refusedDays) * day).toISOString());
  const data = usePageQuery<AttentionQuery>(
    graphql`
      query AttentionQuery($admins: Boolean!, $audit: Boolean!, $partner: Boolean!, $offers: Boolean!, $since: DateTime!) {
        viewer {
          pendingOffers {
            id
            partner {
              id
              name
              domain
            }
            requestedRoles
            createdAt
            expiresAt
          }
          organization {
            id
            auditEvents(first: 1, filter: { result: REFUSED, since: $since }) @include(if: $audit) {
              totalCount
              edges {
                node {
                  id
                  at
                  actor {
                    displayName
                    organizationName
                  }
                }
              }
            }
          }
          customers(first: 20, orderBy: { field: EXPIRES_AT, direction: ASC }) @include(if: $partner) {
            totalCount
            edges {
              node {
                id
                expiresAt
                customer {
                  id
                  displayName
                }
              }
            }
          }
          inquiries(first: 1) @include(if: $offers) {
            totalCount
            edges {
              node {
                customerName
                createdAt
              }
            }
          }
          offers(first: 50, statuses: [PENDING]) @include(if: $offers) {
            totalCount
            edges {
              node {
                id
                customerEmail
                expiresAt
                delivery {
                  status
                  attempts
                  lastError
                }
              }
            }
          }
        }
        delegatedAdmins(first: 20, orderBy: { field: EXPIRES_AT, direction: ASC }) @include(if: $admins) {
          totalCount
          edges {
            node {
              id
              expiresAt
              roles
              partner {
                id
                name
              }
            }
          }
        }
      }
    `,
    { admins, audit, partner, offers, since },
  );
  const styles = useStyles();
  const { viewer, delegatedAdmins } = data;
  if (!viewer) return null;

  const ending = (delegatedAdmins?.edges ?? [])
    .map((edge) => edge.node)
    .filter((d) => daysUntil(d.expiresAt) < nearEnd);
  const leaving = (viewer.customers?.edges ?? [])
    .map((edge) => edge.node)
    .filter((d) => daysUntil(d.expiresAt) < nearEnd);
  const waiting = (viewer.offers?.edges ?? []).map((edge) => edge.node);
  const undelivered = waiting.filter(
    ({ delivery }) =>
      delivery?.status === 'FAILED' || (delivery?.status === 'NOT_DELIVERED_YET' && delivery.attempts > 0),
  );
  const refused = viewer.organization.auditEvents;
  const asked = viewer.inquiries;
  const lastAsked = asked?.edges[0]?.node;
  const lastRefused = refused?.edges[0]?.node;

  const cards = [
    ...viewer.pendingOffers.map((offer) => (
      <AttentionCard
        key={offer.id}
        kind="offer"
        title={`${offer.partner.name} asks to be a delegated admin`}
        text={
          <>
            Offered <RelativeTime at={offer.createdAt} />, for {rolesInShort(offer.requestedRoles)}. To answer, open the
            link in the mail about it: the link is only there. Unanswered, the offer lapses{' '}
            <RelativeTime at={offer.expiresAt} />.
          </>
        }
      />
    )),
    ...(asked && asked.totalCount > 0
      ? [
          <AttentionCard
            key="asked"
            kind="asked"
            title={`${count(asked.totalCount, 'customer asks', 'customers ask')} for an offer`}
            text={
              lastAsked && (
                <>
                  The last one: {lastAsked.customerName}, <RelativeTime at={lastAsked.createdAt} />. A new offer to them
                  answers it.
                </>
              )
            }
            action={<LinkButton to="/partner/offers">Show what they ask</LinkButton>}
          />,
        ]
      : []),
    ...undelivered.map((offer) => (
      <AttentionCard
        key={`mail-${offer.id}`}
        kind="mail"
        title={`The mail to ${offer.customerEmail} ${offer.delivery?.status === 'FAILED' ? 'was refused' : 'is not delivered yet'}`}
        text={
          offer.delivery?.status === 'FAILED'
            ? `Their mail server said: ${offer.delivery.lastError ?? 'no'}. Check the address, then send a new offer.`
            : `Tried ${count(offer.delivery?.attempts ?? 0, 'time')}. It is tried again by itself.`
        }
        action={
          <LinkButton to="/partner/offers" search={{ offer: offer.id }}>
            Show the offer
          </LinkButton>
        }
      />
    )),
    ...ending.map((delegation) => (
      <AttentionCard
        key={delegation.id}
        kind="end"
        title={`The access of ${delegation.partner.name} ends soon`}
        text={
          <>
            {rolesInShort(delegation.roles)}: it ends <RelativeTime at={delegation.expiresAt} />, by itself. To go on,
            ask {delegation.partner.name} for a new offer.
          </>
        }
        action={
          <LinkButton to="/support/delegated-admins" search={{ admin: delegation.id }}>
            Show details
          </LinkButton>
        }
      />
    )),
    ...leaving.map((delegation) => (
      <AttentionCard
        key={`customer-${delegation.id}`}
        kind="end"
        title={`Your access to ${delegation.customer.displayName} ends soon`}
        text={
          <>
            It ends <RelativeTime at={delegation.expiresAt} />, by itself. To go on, a new offer must be accepted
            before.
          </>
        }
        action={
          <LinkButton to="/partner/customers/$organizationId" params={{ organizationId: delegation.customer.id }}>
            Open the customer
          </LinkButton>
        }
      />
    )),
    ...(refused && refused.totalCount > 0
      ? [
          <AttentionCard
            key="refused"
            kind="refused"
            title={`${count(refused.totalCount, 'attempt was', 'attempts were')} refused in the last ${refusedDays} days`}
            text={
              lastRefused && (
                <>
                  The last one: {lastRefused.actor.displayName}
                  {lastRefused.actor.organizationName && ` of ${lastRefused.actor.organizationName}`},{' '}
                  <RelativeTime at={lastRefused.at} />. A refused attempt changes nothing.
                </>
              )
            }
            action={
              <LinkButton to="/audit-log" search={{ result: 'refused' }}>
                Show them
              </LinkButton>
            }
          />,
        ]
      : []),
    ...(waiting.length > 0
      ? [
          <AttentionCard
            key="waiting"
            kind="waiting"
            title={`${count(viewer.offers?.totalCount ?? 0, 'offer waits', 'offers wait')} for an answer`}
            text={
              <>
                The next one lapses <RelativeTime at={soonest(waiting)} />.
              </>
            }
            action={<LinkButton to="/partner/offers">Show offers</LinkButton>}
          />,
        ]
      : []),
  ];

  if (cards.length > 0) {
    return (
      <ul className={styles.list}>
        {cards.map((card) => (
          <li key={card.key}>{card}</li>
        ))}
      </ul>
    );
  }

  const state = [
    delegatedAdmins && delegatedAdmins.totalCount > 0 && count(delegatedAdmins.totalCount, 'delegated admin'),
    viewer.customers && viewer.customers.totalCount > 0 && count(viewer.customers.totalCount, 'customer'),
  ].filter(Boolean);
  return (
    <EmptyState
      icon={<CheckmarkCircleRegular />}
      title="All is well"
      action={
        admins ? (
          <LinkButton to="/support/delegated-admins">Manage delegated admins</LinkButton>
        ) : partner ? (
          <LinkButton to="/partner/customers">Show customers</LinkButton>
        ) : (
          <LinkButton to="/support">Go to Support</LinkButton>
        )
      }
    >
      Nothing needs your attention.{state.length > 0 && ` You have ${state.join(' and ')}.`} Offers, delegations near
      their end and refused attempts appear here.
    </EmptyState>
  );
}

/** The earliest end of some offers. */
function soonest(offers: readonly { expiresAt: string }[]): string {
  return offers.map((offer) => offer.expiresAt).sort()[0] ?? '';
}
