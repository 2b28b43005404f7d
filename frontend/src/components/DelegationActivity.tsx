import { startTransition, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { DelegationActivity_delegation$key } from '../__generated__/DelegationActivity_delegation.graphql';
import type { DelegationActivityQuery } from '../__generated__/DelegationActivityQuery.graphql';
import { resultChoices, resultOf } from '../lib/actions';
import { Choice } from './Choice';
import { EmptyState } from './EmptyState';
import { ListFoot } from './ListFoot';
import { Timeline } from './Timeline';
import { useDelegationChanges } from './useDelegationChanges';

/** What was done and refused under a delegation, newest first, live. */
export function DelegationActivity(props: { delegation: DelegationActivity_delegation$key; empty: string }) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    DelegationActivityQuery,
    DelegationActivity_delegation$key
  >(
    graphql`
      fragment DelegationActivity_delegation on Delegation
      @refetchable(queryName: "DelegationActivityQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        result: { type: "AuditResult" }
      ) {
        activity(first: $count, after: $cursor, result: $result)
          @connection(key: "DelegationActivity_activity") {
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
    props.delegation,
  );
  // Nothing is left of it once the viewer may not see the delegation any more.
  const activity: typeof data.activity | undefined = data?.activity;
  const events = (activity?.edges ?? []).flatMap((edge) => (edge?.node ? [edge.node] : []));
  const [chosen, setChosen] = useState<string>();
  const read = (count: number, choice: string | undefined) =>
    startTransition(() => {
      refetch({ count, result: resultOf(choice) ?? null }, { fetchPolicy: 'store-and-network' });
    });
  useDelegationChanges(() => read(Math.min(Math.max(events.length, 20), 100), chosen));
  if (!activity || (events.length === 0 && !chosen)) return <EmptyState title="Nothing yet">{props.empty}</EmptyState>;
  return (
    <>
      <Choice
        label="Result"
        choices={resultChoices}
        value={chosen}
        onChoose={(choice) => {
          setChosen(choice);
          read(20, choice);
        }}
      />
      {events.length === 0 && (
        <EmptyState title="Nothing here">None of what was done or refused is of this kind.</EmptyState>
      )}
      <Timeline label="Activity" events={events} total={activity.totalCount} />
      <ListFoot
        shown={events.length}
        total={activity.totalCount}
        hasMore={hasNext}
        loading={isLoadingNext}
        onMore={() => loadNext(20)}
      />
    </>
  );
}
