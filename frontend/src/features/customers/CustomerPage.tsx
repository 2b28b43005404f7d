import { makeStyles, tokens } from '@fluentui/react-components';
import { getRouteApi } from '@tanstack/react-router';
import { graphql, useRelayEnvironment } from 'react-relay';
import type { CustomerPageQuery } from '../../__generated__/CustomerPageQuery.graphql';
import { type Access, OnBehalf } from '../../components/OnBehalf';
import { OnBehalfBand } from '../../components/OnBehalfBand';
import { PageHeader } from '../../components/PageHeader';
import { CardsSkeleton } from '../../components/skeletons';
import { useToast } from '../../components/Toasts';
import { evict } from '../../graphql/evict';
import { usePageQuery } from '../../graphql/usePageQuery';
import { exactTime } from '../../lib/time';
import { AccessCard } from './AccessCard';
import { ActivityCard } from './ActivityCard';
import { ContactCard } from './ContactCard';
import { DelegationCard } from './DelegationCard';
import { DomainsCard } from './DomainsCard';
import { SubscriptionsCard } from './SubscriptionsCard';
import { UsersCard } from './UsersCard';

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

/** A customer's organization, administered on its behalf. */
export function CustomerPage() {
  const { organizationId } = route.useParams();
  return (
    <OnBehalf organizationId={organizationId} skeleton={<CardsSkeleton cards={4} />}>
      {(access) => <Content id={organizationId} access={access} />}
    </OnBehalf>
  );
}

function Content(props: { id: string; access: Access }) {
  const { id, access } = props;
  const { fetchKey, onGone } = access;
  const styles = useStyles();
  const environment = useRelayEnvironment();
  const navigate = route.useNavigate();
  const tell = useToast();
  const query = usePageQuery<CustomerPageQuery>(
    graphql`
      query CustomerPageQuery($id: ID!) {
        ...OnBehalfBand_query @arguments(id: $id)
        node(id: $id) {
          __typename
          ... on Organization {
            displayName
            viewerDelegation {
              id
              ...DelegationCard_delegation
              ...AccessCard_delegation
            }
            ...ContactCard_organization @alias(as: "contactCard")
            ...UsersCard_organization @alias(as: "usersCard")
            ...DomainsCard_organization @alias(as: "domainsCard")
          }
        }
      }
    `,
    { id },
    { fetchKey, fetchPolicy: 'network-only' },
  );
  const customer = query.node?.__typename === 'Organization' ? query.node : undefined;
  const delegation = customer?.viewerDelegation;
  const band = <OnBehalfBand query={query} access={access} />;
  if (!customer || !delegation) return band; // which tells that the access has ended

  const givenUp = () => {
    tell(`You gave up ${customer.displayName}`, { body: `It took effect on ${exactTime(new Date())}.` });
    void navigate({ to: '/partner/customers' }).then(() => evict(environment, [id, delegation.id]));
  };
  return (
    <>
      {band}
      <PageHeader
        title={customer.displayName}
        documentTitle={`On behalf of ${customer.displayName}`}
        breadcrumb={[{ label: 'Customers', to: '/partner/customers' }]}
        sentence="What you do here you do in your customer’s organization, and they see it under your name."
      />
      <div className={styles.cards}>
        <div className={styles.column}>
          {customer.usersCard && <UsersCard organization={customer.usersCard} />}
          {customer.contactCard && <ContactCard organization={customer.contactCard} onGone={onGone} />}
          {customer.domainsCard && <DomainsCard organization={customer.domainsCard} />}
          <SubscriptionsCard organizationId={id} fetchKey={fetchKey} />
        </div>
        <div className={styles.column}>
          <DelegationCard delegation={delegation} customer={customer.displayName} onGivenUp={givenUp} onGone={onGone} />
          <AccessCard delegation={delegation} customer={customer.displayName} />
          <ActivityCard organizationId={id} />
        </div>
      </div>
    </>
  );
}
