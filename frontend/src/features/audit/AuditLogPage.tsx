import { getRouteApi } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { graphql } from 'react-relay';
import type { AuditLogPageQuery } from '../../__generated__/AuditLogPageQuery.graphql';
import { CalmBoundary } from '../../components/CalmBoundary';
import { EmptyState } from '../../components/EmptyState';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { ListSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { AuditFilters } from './AuditFilters';
import { AuditLog } from './AuditLog';
import { type AuditSearch, filterOf, isFiltered, unfiltered } from './auditState';
import { JustificationSwitch } from './JustificationSwitch';

const route = getRouteApi('/frame/audit-log');

/** What was done and refused in the viewer's own organization. */
export function AuditLogPage() {
  return (
    <>
      <PageHeader
        title="Audit log"
        breadcrumb={[{ label: 'Home', to: '/' }]}
        sentence="Everything that was done or refused in your organization: by whom, on whose behalf, under which role, and what changed. Nothing here can be edited or deleted."
      />
      <PageBoundary skeleton={<ListSkeleton columns={1} rows={8} />} title="The audit log could not be shown">
        <CalmBoundary
          calm={{
            FORBIDDEN: (
              <EmptyState title="You may not read the audit log">
                Your organization’s Global Administrators and Global Readers can.
              </EmptyState>
            ),
          }}
        >
          <Content />
        </CalmBoundary>
      </PageBoundary>
    </>
  );
}

function Content() {
  const { search: words, kind, result, action, delegation, person, object, since, until } = route.useSearch();
  const navigate = route.useNavigate();
  const search = useMemo(
    () => ({ search: words, kind, result, action, delegation, person, object, since, until }),
    [words, kind, result, action, delegation, person, object, since, until],
  );
  const wanted = useMemo(
    () => ({ filter: filterOf(search), person: search.person ?? null, onePerson: Boolean(search.person) }),
    [search],
  );
  const variables = useDeferredValue(wanted);
  const data = usePageQuery<AuditLogPageQuery>(
    graphql`
      query AuditLogPageQuery($filter: AuditEventFilter!, $person: ID, $onePerson: Boolean!) {
        viewer {
          organization {
            id
            ...AuditLog_organization @arguments(filter: $filter)
            ...JustificationSwitch_organization
          }
        }
        ...AuditFilters_query @arguments(person: $person, onePerson: $onePerson)
      }
    `,
    variables,
  );
  const change = (part: AuditSearch) =>
    void navigate({ search: (now) => ({ ...now, ...part }), replace: true, resetScroll: false });

  if (!data.viewer) return null; // signed out: the frame goes to the sign-in page
  return (
    <>
      <JustificationSwitch organization={data.viewer.organization} />
      <AuditFilters query={data} search={search} onSearch={change} />
      <AuditLog
        organization={data.viewer.organization}
        filtered={isFiltered(search)}
        stale={variables !== wanted}
        filter={variables.filter}
        onClear={() => change(unfiltered)}
      />
    </>
  );
}
