import { useDeferredValue, useMemo, useState } from 'react';
import { graphql } from 'react-relay';
import type { SubscriptionsPageListQuery } from '../../__generated__/SubscriptionsPageListQuery.graphql';
import type { SubscriptionsPageQuery } from '../../__generated__/SubscriptionsPageQuery.graphql';
import { CalmBoundary } from '../../components/CalmBoundary';
import { EmptyState } from '../../components/EmptyState';
import { type Head, OrganizationContent, OrganizationPage } from '../../components/OrganizationPage';
import { PageBoundary } from '../../components/PageBoundary';
import { ListSkeleton } from '../../components/skeletons';
import { useAddress } from '../../components/useAddress';
import { useWhose, type Whose } from '../../components/whose';
import { usePageQuery } from '../../graphql/usePageQuery';
import { day } from '../../lib/time';
import { SubscriptionList } from './SubscriptionList';
import { filterOf } from './subscriptionSearch';
import type { View } from './subscriptions';

const paths = { products: '/billing/products', licenses: '/billing/licenses' } as const;

function headOf(view: View, own: boolean): Head {
  if (view === 'licenses') {
    return {
      title: 'Licenses',
      sentence:
        'How many seats of each subscription are taken, and who has them. Who has a license can use the product.',
      section: 'Billing',
    };
  }
  return {
    title: own ? 'Your products' : 'Products',
    sentence: 'What was tried or bought, for how many people, and until when.',
    section: 'Billing',
  };
}

/** An end is near when it comes within so many days. */
const near = 30;

const failed = 'The subscriptions could not be shown';
const forbidden = (
  <EmptyState title="You may not see the subscriptions">
    Global Administrators, Global Readers, User Administrators and License Administrators see them.
  </EmptyState>
);

/** The subscriptions of one's own organization, or of a customer's on its behalf. */
export function SubscriptionsPage(props: { view: View }) {
  const { view } = props;
  const head = headOf(view, useWhose(paths[view]).own);
  return (
    <OrganizationPage
      head={head}
      path={paths[view]}
      skeleton={<ListSkeleton columns={4} />}
      failed={failed}
      forbidden={forbidden}
    >
      {(whose) => <Content view={view} head={head} whose={whose} />}
    </OrganizationPage>
  );
}

function Content(props: { view: View; head: Head; whose: Whose }) {
  const { view, head, whose } = props;
  const data = usePageQuery<SubscriptionsPageQuery>(
    graphql`
      query SubscriptionsPageQuery($id: ID!, $own: Boolean!) {
        viewer @include(if: $own) {
          organization {
            id
          }
        }
        ...OnBehalfBand_query @arguments(id: $id) @skip(if: $own) @alias(as: "band")
        node(id: $id) @skip(if: $own) {
          __typename
          ... on Organization {
            id
            displayName
          }
        }
      }
    `,
    { id: whose.id, own: whose.own },
    whose.access ? { fetchKey: whose.access.fetchKey, fetchPolicy: 'network-only' } : {},
  );
  const customer = data.node?.__typename === 'Organization' ? data.node : undefined;
  const id = (data.viewer?.organization ?? customer)?.id;
  const resetKey = whose.access?.fetchKey ?? '';
  return (
    <OrganizationContent head={head} whose={whose} customer={customer?.displayName} band={data.band}>
      {/* On behalf many may not read the subscriptions: the band and the head stay all the same. */}
      <PageBoundary skeleton={<ListSkeleton columns={4} />} resetKey={resetKey} title={failed}>
        <CalmBoundary resetKey={resetKey} calm={{ FORBIDDEN: forbidden }}>
          {id && <List view={view} whose={whose} id={id} />}
        </CalmBoundary>
      </PageBoundary>
    </OrganizationContent>
  );
}

function List(props: { view: View; whose: Whose; id: string }) {
  const { view, whose, id } = props;
  const { product, kind, ends, seats } = useAddress().state;
  const [soon] = useState(() => new Date(Math.floor(Date.now() / day + 1 + near) * day).toISOString());
  // What was shown stays until what is asked for is there.
  const wanted = useMemo(
    () => ({ filter: filterOf({ product, kind, ends, seats }, soon) }),
    [product, kind, ends, seats, soon],
  );
  const variables = useDeferredValue(wanted);
  const data = usePageQuery<SubscriptionsPageListQuery>(
    graphql`
      query SubscriptionsPageListQuery($id: ID!, $filter: SubscriptionFilter!) {
        ...SubscriptionFilters_query @alias(as: "filters")
        node(id: $id) {
          __typename
          ... on Organization {
            ...SubscriptionList_organization @arguments(filter: $filter) @alias(as: "list")
          }
        }
      }
    `,
    { id, ...variables },
    whose.access ? { fetchKey: whose.access.fetchKey, fetchPolicy: 'network-only' } : {},
  );
  const organization = data.node;
  if (organization?.__typename !== 'Organization' || !organization.list) return null;
  return (
    <SubscriptionList
      organization={organization.list}
      query={data.filters}
      organizationId={id}
      view={view}
      stale={variables !== wanted}
    />
  );
}
