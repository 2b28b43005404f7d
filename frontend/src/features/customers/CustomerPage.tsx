import { makeStyles, tokens } from '@fluentui/react-components';
import { LinkDismissRegular } from '@fluentui/react-icons/svg/link-dismiss';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef, useState, useTransition } from 'react';
import { graphql, useRelayEnvironment } from 'react-relay';
import type { CustomerPageQuery } from '../../__generated__/CustomerPageQuery.graphql';
import { CalmBoundary } from '../../components/CalmBoundary';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { OnBehalfBand } from '../../components/OnBehalfBand';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { CardsSkeleton } from '../../components/skeletons';
import { useToast } from '../../components/Toasts';
import { useDelegationChanges } from '../../components/useDelegationChanges';
import { usePageQuery } from '../../graphql/usePageQuery';
import { exactTime } from '../../lib/time';
import { ActivityCard } from './ActivityCard';
import { ContactCard } from './ContactCard';
import { DelegationCard } from './DelegationCard';
import { DomainsCard } from './DomainsCard';
import { evict } from './evict';
import { SubscriptionsCard } from './SubscriptionsCard';

const route = getRouteApi('/frame/partner/customers/$organizationId');

const useStyles = makeStyles({
  cards: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 1023.98px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  column: { display: 'flex', flexDirection: 'column', gap: tokens.spacingHorizontalL, minWidth: 0 },
});

/** A customer's organization, administered on its behalf. Shows nothing of it any longer than the access to it lasts. */
export function CustomerPage() {
  const { organizationId } = route.useParams();
  return <Customer key={organizationId} id={organizationId} />;
}

function Customer(props: { id: string }) {
  const { id } = props;
  const environment = useRelayEnvironment();
  // Another life throws away what is on screen; another reading keeps it until the answer is there.
  const [life, setLife] = useState(0);
  const [reading, setReading] = useState(0);
  const [, startTransition] = useTransition();
  const delegationId = useRef<string>(undefined);

  const readAgain = () => startTransition(() => setReading((n) => n + 1));
  const doubt = () => {
    evict(environment, [id, delegationId.current]);
    setLife((n) => n + 1);
  };

  useDelegationChanges(
    () => undefined,
    (change) => {
      if (change === null) readAgain();
      else if (change.delegationId === delegationId.current) {
        if (change.kind === 'ENDED' || !change.delegation) doubt();
        else readAgain();
      } else if (change.kind === 'ADDED') readAgain(); // perhaps this customer accepted a new offer
    },
  );

  const wake = useEffectEvent((fresh: boolean) => (fresh ? doubt() : readAgain()));
  useEffect(() => {
    // A page that the browser kept and brings back with Back or Forward shows what was true when it was left.
    const onPageShow = (event: PageTransitionEvent) => event.persisted && wake(true);
    const onVisibility = () => document.visibilityState === 'visible' && wake(false);
    window.addEventListener('pageshow', onPageShow);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      window.removeEventListener('pageshow', onPageShow);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, []);

  return (
    <PageBoundary key={life} skeleton={<CardsSkeleton cards={4} />} resetKey={`${reading}`}>
      <CalmBoundary
        resetKey={`${reading}`}
        calm={{ NOT_FOUND: <Ended onShow={() => evict(environment, [id, delegationId.current])} /> }}
      >
        <Content
          id={id}
          fetchKey={`${life}.${reading}`}
          onDelegation={(found) => {
            delegationId.current = found;
          }}
          onGone={doubt}
        />
      </CalmBoundary>
    </PageBoundary>
  );
}

function Content(props: {
  id: string;
  fetchKey: string;
  onDelegation: (id: string) => void;
  /** What is shown may be over: throw it away and ask. */
  onGone: () => void;
}) {
  const { id, fetchKey, onDelegation, onGone } = props;
  const styles = useStyles();
  const environment = useRelayEnvironment();
  const navigate = route.useNavigate();
  const tell = useToast();
  const { viewer, node } = usePageQuery<CustomerPageQuery>(
    graphql`
      query CustomerPageQuery($id: ID!) {
        viewer {
          partner {
            name
          }
        }
        node(id: $id) {
          __typename
          ... on Organization {
            displayName
            viewerDelegation {
              id
              roles
              expiresAt
              ...DelegationCard_delegation
            }
            ...ContactCard_organization @alias(as: "contactCard")
            ...DomainsCard_organization @alias(as: "domainsCard")
          }
        }
      }
    `,
    { id },
    { fetchKey, fetchPolicy: 'network-only' },
  );
  const customer = node?.__typename === 'Organization' ? node : undefined;
  const delegation = customer?.viewerDelegation ?? undefined;

  const found = useEffectEvent(onDelegation);
  const over = useEffectEvent(onGone);
  useEffect(() => {
    if (delegation) found(delegation.id);
  }, [delegation]);
  useEffect(() => {
    if (!delegation) return;
    const left = Date.parse(delegation.expiresAt) - Date.now();
    if (left > 2 ** 31 - 1) return; // weeks away: longer than a timer can wait
    const timer = setTimeout(() => over(), Math.max(left, 0) + 500);
    return () => clearTimeout(timer);
  }, [delegation]);

  if (!customer || !delegation) return <Ended onShow={() => evict(environment, [id])} />;

  const givenUp = () => {
    tell(`You gave up ${customer.displayName}`, { body: `It took effect on ${exactTime(new Date())}.` });
    void navigate({ to: '/partner/customers' }).then(() => evict(environment, [id, delegation.id]));
  };
  return (
    <>
      <OnBehalfBand
        customer={customer.displayName}
        partner={viewer?.partner?.name ?? ''}
        roles={delegation.roles}
        until={delegation.expiresAt}
      />
      <PageHeader
        title={customer.displayName}
        documentTitle={`On behalf of ${customer.displayName}`}
        breadcrumb={[{ label: 'Customers', to: '/partner/customers' }]}
        sentence="What you do here you do in your customer’s organization, and they see it under your name."
      />
      <div className={styles.cards}>
        <div className={styles.column}>
          {customer.contactCard && <ContactCard organization={customer.contactCard} onGone={onGone} />}
          {customer.domainsCard && <DomainsCard organization={customer.domainsCard} />}
          <SubscriptionsCard organizationId={id} fetchKey={fetchKey} />
        </div>
        <div className={styles.column}>
          <DelegationCard delegation={delegation} customer={customer.displayName} onGivenUp={givenUp} onGone={onGone} />
          <ActivityCard organizationId={id} />
        </div>
      </div>
    </>
  );
}

function Ended(props: { onShow: () => void }) {
  const show = useEffectEvent(props.onShow);
  useEffect(() => show(), []);
  return (
    <>
      <PageHeader title="Customer" breadcrumb={[{ label: 'Customers', to: '/partner/customers' }]} />
      <div role="alert">
        <EmptyState
          title="Your access to this customer has ended."
          icon={<LinkDismissRegular />}
          action={
            <LinkButton to="/partner/customers" appearance="primary">
              Go to Customers
            </LinkButton>
          }
        >
          The delegation was deleted or its time is over. Nothing of the customer’s organization is on this page any
          more. To work there again, send them a new offer.
        </EmptyState>
      </div>
    </>
  );
}
