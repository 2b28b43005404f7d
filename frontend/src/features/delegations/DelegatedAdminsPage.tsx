import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { graphql } from 'react-relay';
import type { DelegatedAdminsPageQuery } from '../../__generated__/DelegatedAdminsPageQuery.graphql';
import { CalmBoundary } from '../../components/CalmBoundary';
import { EmptyState } from '../../components/EmptyState';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { SearchField } from '../../components/SearchField';
import { ListSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { DelegatedAdmins } from './DelegatedAdmins';
import { type ListSearch, variablesOf } from './listState';

const DelegationPanel = lazily(async () => (await import('./DelegationPanel')).DelegationPanel);

const route = getRouteApi('/frame/support/delegated-admins');

/** Support > Overview > Manage delegated admins: who administers this organization, and how to end it. */
export function DelegatedAdminsPage() {
  const { admin, delegation, tab } = route.useSearch(); // links may say either

  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader
        title="Delegated admins"
        here="Manage delegated admins"
        breadcrumb={[{ label: 'Support' }, { label: 'Overview', to: '/support' }]}
        sentence="Partners that you authorized to administer your organization, what each one may do, and until when. You can delete any of them at any moment."
      />
      <PageBoundary skeleton={<ListSkeleton columns={5} />} title="The list could not be shown">
        <CalmBoundary
          calm={{
            FORBIDDEN: (
              <EmptyState title="You may not see the delegated admins">
                Your organization’s Global Administrators, Global Readers and Privileged Role Administrators can.
              </EmptyState>
            ),
          }}
        >
          <List />
        </CalmBoundary>
      </PageBoundary>
      <Opened when={(admin ?? delegation) !== undefined}>
        <DelegationPanel
          id={admin ?? delegation}
          tab={tab}
          onTab={(next) =>
            void navigate({
              search: (now) => ({ ...now, tab: next === 'overview' ? undefined : next }),
              replace: true,
              resetScroll: false,
            })
          }
          onClose={() =>
            void navigate({
              search: ({ search, status, sort }) => ({ search, status, sort }),
              replace: true,
              resetScroll: false,
            })
          }
        />
      </Opened>
    </>
  );
}

function List() {
  const { search, status, sort } = route.useSearch();
  const navigate = route.useNavigate();
  // What was shown stays until what is asked for is there.
  const wanted = useMemo(() => variablesOf({ search, status, sort }), [search, status, sort]);
  const variables = useDeferredValue(wanted);
  const query = usePageQuery<DelegatedAdminsPageQuery>(
    graphql`
      query DelegatedAdminsPageQuery($filter: DelegationFilter!, $orderBy: DelegationOrder!) {
        ...DelegatedAdmins_query @arguments(filter: $filter, orderBy: $orderBy)
      }
    `,
    variables,
  );
  const change = (part: ListSearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });

  return (
    <DelegatedAdmins
      query={query}
      search={{ search, status, sort }}
      stale={variables !== wanted}
      searchField={
        <SearchField
          label="Search partners"
          value={search ?? ''}
          onSearch={(text) => change({ search: text || undefined })}
        />
      }
      onSearch={change}
      onIntent={DelegationPanel.preload}
      onOpen={(id, next) => void navigate({ search: (now) => ({ ...now, admin: id, tab: next }), resetScroll: false })}
    />
  );
}
