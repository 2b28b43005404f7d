import { useDeferredValue, useMemo } from 'react';
import { graphql } from 'react-relay';
import type { DomainListPageQuery } from '../../__generated__/DomainListPageQuery.graphql';
import { EmptyState } from '../../components/EmptyState';
import { OrganizationContent, OrganizationPage } from '../../components/OrganizationPage';
import { ListSkeleton } from '../../components/skeletons';
import { useAddress } from '../../components/useAddress';
import type { Whose } from '../../components/whose';
import { usePageQuery } from '../../graphql/usePageQuery';
import { DomainList } from './DomainList';
import { variablesOf } from './domainSearch';

const head = {
  title: 'Domains',
  sentence:
    'The names behind @ in the user names of the organization. A domain counts once it is proved that it belongs to the organization.',
};

/** Domains, of one's own organization or on behalf of a customer. */
export function DomainListPage() {
  return (
    <OrganizationPage
      head={head}
      path="/domains"
      skeleton={<ListSkeleton columns={3} />}
      failed="The domains could not be shown"
      forbidden={
        <EmptyState title="You may not see the domains">
          Who holds a role in the organization may see its domains.
        </EmptyState>
      }
    >
      {(whose) => <Content whose={whose} />}
    </OrganizationPage>
  );
}

function Content(props: { whose: Whose }) {
  const { whose } = props;
  const { search, status } = useAddress().state;
  // What was shown stays until what is asked for is there.
  const wanted = useMemo(() => variablesOf({ search, status }), [search, status]);
  const variables = useDeferredValue(wanted);
  const data = usePageQuery<DomainListPageQuery>(
    graphql`
      query DomainListPageQuery($id: ID!, $own: Boolean!, $search: String, $filter: DomainFilter!) {
        viewer @include(if: $own) {
          organization {
            ...DomainList_organization @arguments(search: $search, filter: $filter)
          }
        }
        ...OnBehalfBand_query @arguments(id: $id) @skip(if: $own) @alias(as: "band")
        node(id: $id) @skip(if: $own) {
          __typename
          ... on Organization {
            displayName
            ...DomainList_organization @arguments(search: $search, filter: $filter) @alias(as: "list")
          }
        }
      }
    `,
    { id: whose.id, own: whose.own, ...variables },
    whose.access ? { fetchKey: whose.access.fetchKey, fetchPolicy: 'network-only' } : {},
  );
  const customer = data.node?.__typename === 'Organization' ? data.node : undefined;
  const organization = data.viewer?.organization ?? customer?.list;
  return (
    <OrganizationContent head={head} whose={whose} customer={customer?.displayName} band={data.band}>
      {organization && <DomainList organization={organization} stale={variables !== wanted} />}
    </OrganizationContent>
  );
}
