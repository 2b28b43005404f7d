import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue } from 'react';
import { graphql } from 'react-relay';
import type { GroupListPageQuery } from '../../__generated__/GroupListPageQuery.graphql';
import { EmptyState } from '../../components/EmptyState';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { SearchField } from '../../components/SearchField';
import { ListSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { GroupList } from './GroupList';

const GroupPanel = lazily(async () => (await import('./GroupPanel')).GroupPanel);

const route = getRouteApi('/frame/groups');

/** Groups: the partner's people by what they may do at which customers. */
export function GroupListPage() {
  const { group, tab } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <PageHeader
        title="Groups"
        sentence="Your people act at a customer by the roles that their groups hold there. Somebody in no group can’t act at any customer."
      />
      <PageBoundary skeleton={<ListSkeleton columns={3} />} title="The list could not be shown">
        <List />
      </PageBoundary>
      <Opened when={group !== undefined}>
        <GroupPanel
          id={group}
          tab={tab}
          onTab={(next) =>
            void navigate({ search: (now) => ({ ...now, tab: next }), replace: true, resetScroll: false })
          }
          onClose={() => void navigate({ search: ({ search }) => ({ search }), replace: true, resetScroll: false })}
        />
      </Opened>
    </>
  );
}

function List() {
  const { search } = route.useSearch();
  const navigate = route.useNavigate();
  // What was shown stays until what is asked for is there.
  const wanted = search ?? null;
  const shown = useDeferredValue(wanted);
  const { viewer } = usePageQuery<GroupListPageQuery>(
    graphql`
      query GroupListPageQuery($search: String) {
        viewer {
          canReadGroups
          ...GroupList_viewer @arguments(search: $search)
        }
      }
    `,
    { search: shown },
  );
  if (!viewer) return null; // signed out: the frame goes to the sign-in page
  if (!viewer.canReadGroups) {
    return (
      <EmptyState title="You may not see the groups">
        Only partners have groups. Their Global Administrators, Global Readers and Privileged Role Administrators see
        them.
      </EmptyState>
    );
  }
  const onSearch = (text: string) =>
    void navigate({ search: (now) => ({ ...now, search: text || undefined }), replace: true, resetScroll: false });
  return (
    <GroupList
      viewer={viewer}
      searched={search !== undefined}
      stale={shown !== wanted}
      searchField={<SearchField label="Search groups" value={search ?? ''} onSearch={onSearch} />}
      onClear={() => onSearch('')}
      onIntent={GroupPanel.preload}
      onOpen={(group, tab) => void navigate({ search: (now) => ({ ...now, group, tab }), resetScroll: false })}
    />
  );
}
