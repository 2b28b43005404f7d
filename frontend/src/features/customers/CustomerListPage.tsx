import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { graphql } from 'react-relay';
import type { CustomerListPageQuery } from '../../__generated__/CustomerListPageQuery.graphql';
import { EmptyState } from '../../components/EmptyState';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { SearchField } from '../../components/SearchField';
import { ListSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { CustomerList } from './CustomerList';
import { sortChoice } from './customerSort';

const route = getRouteApi('/frame/partner/customers');

/** Partner > Customers: the organizations that the viewer's partner administers. */
export function CustomerListPage() {
  return (
    <>
      <PageHeader
        title="Customers"
        breadcrumb={[{ label: 'Partner' }]}
        sentence="The organizations that you administer. Open one to work there on its behalf."
      />
      <PageBoundary skeleton={<ListSkeleton columns={5} />} title="The list could not be shown">
        <List />
      </PageBoundary>
    </>
  );
}

function List() {
  const { search, sort } = route.useSearch();
  const navigate = route.useNavigate();
  const wanted = useMemo(() => ({ filter: search ? { search } : {}, orderBy: sortChoice(sort).sort }), [search, sort]);
  const variables = useDeferredValue(wanted);
  const { viewer } = usePageQuery<CustomerListPageQuery>(
    graphql`
      query CustomerListPageQuery($filter: DelegationFilter!, $orderBy: DelegationOrder!) {
        viewer {
          partner {
            id
          }
          ...CustomerList_viewer @arguments(filter: $filter, orderBy: $orderBy)
        }
      }
    `,
    variables,
  );
  const change = (part: { search?: string | undefined; sort?: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });

  if (!viewer) return null; // signed out: the frame goes to the sign-in page
  if (!viewer.partner) {
    return <EmptyState title="Your organization is not a partner">Only partners have customers.</EmptyState>;
  }
  return (
    <CustomerList
      viewer={viewer}
      search={search}
      sort={sort}
      stale={variables !== wanted}
      searchField={
        <SearchField
          label="Search customers"
          value={search ?? ''}
          onSearch={(text) => change({ search: text || undefined })}
        />
      }
      onSearch={change}
      onOpen={(organizationId) =>
        void navigate({ to: '/partner/customers/$organizationId', params: { organizationId } })
      }
    />
  );
}
