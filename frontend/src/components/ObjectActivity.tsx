import { makeStyles, tokens } from '@fluentui/react-components';
import { startTransition, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { ObjectActivity_organization$key } from '../__generated__/ObjectActivity_organization.graphql';
import type { ObjectActivityListQuery } from '../__generated__/ObjectActivityListQuery.graphql';
import type { ObjectActivityQuery } from '../__generated__/ObjectActivityQuery.graphql';
import { usePageQuery } from '../graphql/usePageQuery';
import { Choice } from './Choice';
import { EmptyState } from './EmptyState';
import { ListFoot } from './ListFoot';
import { TextLink } from './TextLink';
import { Timeline } from './Timeline';
import { useDelegationChanges } from './useDelegationChanges';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'stretch', gap: tokens.spacingVerticalM },
});

const sides = [
  { value: '', label: 'What was done to this user' },
  { value: 'by', label: 'What this user did' },
] as const;

/**
 * The history of one object of one's own organization, newest first, for those who may read the audit log: what was done to
 * it and refused, by whom. Of a person it can be what they did.
 */
export function ObjectActivity(props: { id: string; person?: boolean }) {
  const { id, person } = props;
  const [side, setSide] = useState<string>();
  const styles = useStyles();
  const filter = side ? { actorId: id } : { targetId: id };
  const { viewer } = usePageQuery<ObjectActivityQuery>(
    graphql`
      query ObjectActivityQuery($filter: AuditEventFilter!) {
        viewer {
          organization {
            ...ObjectActivity_organization @arguments(filter: $filter)
          }
        }
      }
    `,
    { filter },
  );
  if (!viewer) return null; // signed out: the frame goes to the sign-in page
  return (
    <div className={styles.root}>
      {person && (
        <Choice
          label="Which events"
          choices={sides}
          value={side}
          onChoose={(next) => startTransition(() => setSide(next))}
        />
      )}
      <Events organization={viewer.organization} search={side ? { person: id } : { object: id }} />
    </div>
  );
}

function Events(props: {
  organization: ObjectActivity_organization$key;
  search: { person: string } | { object: string };
}) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    ObjectActivityListQuery,
    ObjectActivity_organization$key
  >(
    graphql`
      fragment ObjectActivity_organization on Organization
      @refetchable(queryName: "ObjectActivityListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        filter: { type: "AuditEventFilter!" }
      ) {
        auditEvents(first: $count, after: $cursor, filter: $filter) @connection(key: "ObjectActivity_auditEvents") {
          totalCount
          edges {
            node {
              id
              at
              ...AuditEventItem_event
            }
          }
        }
      }
    `,
    props.organization,
  );
  const events = data.auditEvents.edges.flatMap((edge) => (edge?.node ? [edge.node] : []));
  useDelegationChanges(() =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(events.length, 20), 100) }, { fetchPolicy: 'store-and-network' });
    }),
  );
  if (events.length === 0)
    return <EmptyState title="Nothing yet">Nothing of this kind was done or refused.</EmptyState>;
  return (
    <>
      <Timeline label="Activity" events={events} total={data.auditEvents.totalCount} />
      <ListFoot
        shown={events.length}
        total={data.auditEvents.totalCount}
        hasMore={hasNext}
        loading={isLoadingNext}
        onMore={() => loadNext(20)}
      />
      <span>
        <TextLink to="/audit-log" search={props.search}>
          Show in the audit log
        </TextLink>
      </span>
    </>
  );
}
