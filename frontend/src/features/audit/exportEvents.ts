import { fetchQuery, graphql } from 'react-relay';
import type { IEnvironment } from 'relay-runtime';
import type { exportEventsQuery } from '../../__generated__/exportEventsQuery.graphql';
import { ApiError } from '../../graphql/errors';
import { actionInShort, fieldName } from '../../lib/actions';
import { csvLines, csvOf } from '../../lib/csv';
import { roleName } from '../../lib/roles';
import type { filterOf } from './auditState';

/** How many events are read at once. */
const pageSize = 100;

export type Format = 'csv' | 'jsonl';
type Page = NonNullable<NonNullable<exportEventsQuery['response']['viewer']>['organization']['auditEvents']>;
type Event = Page['edges'][number]['node'];

const columns = [
  'Time',
  'Result',
  'Action',
  'What',
  'Target',
  'Person',
  'User name',
  'Organization',
  'On behalf',
  'Role',
  'Reason',
  'Changes',
  'Id',
];

/** Reads all events that fit, page by page, as the parts of a file. */
export async function exportEvents(
  environment: IEnvironment,
  filter: ReturnType<typeof filterOf>,
  format: Format,
  onRead: (events: number) => void,
  signal: AbortSignal,
): Promise<string[]> {
  const parts = format === 'csv' ? [csvOf([columns])] : [];
  let read = 0;
  let after: exportEventsQuery['variables']['after'] = null;
  while (!signal.aborted) {
    const data: exportEventsQuery['response'] | undefined = await fetchQuery<exportEventsQuery>(
      environment,
      graphql`
        query exportEventsQuery($first: Int!, $after: Cursor, $filter: AuditEventFilter!) {
          viewer {
            organization {
              auditEvents(first: $first, after: $after, filter: $filter) {
                edges {
                  node {
                    id
                    at
                    result
                    action
                    target
                    actor {
                      displayName
                      userName
                      organizationName
                      onBehalf
                    }
                    role
                    justification
                    changes {
                      field
                      before
                      after
                    }
                  }
                }
                pageInfo {
                  hasNextPage
                  endCursor
                }
              }
            }
          }
        }
      `,
      { first: pageSize, after, filter },
      { networkCacheConfig: { force: true } },
    ).toPromise();
    const page: Page | undefined = data?.viewer?.organization.auditEvents;
    if (!page) throw new ApiError('UNAUTHENTICATED', 'Your session has ended.');
    const events = page.edges.map(({ node }) => node);
    if (events.length > 0) parts.push(linesOf(events, format));
    read += events.length;
    onRead(read);
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor ?? null;
  }
  return parts;
}

/** Events as lines of a file. */
export function linesOf(events: readonly Event[], format: Format): string {
  if (format === 'jsonl') return events.map((event) => `${JSON.stringify(event)}\n`).join('');
  return csvLines(
    events.map((event) => [
      event.at,
      event.result === 'DONE' ? 'done' : 'refused',
      event.action,
      actionInShort(event.action, event.result === 'REFUSED'),
      event.target ?? '',
      event.actor.displayName,
      event.actor.userName ?? '',
      event.actor.organizationName ?? '',
      event.actor.onBehalf ? 'yes' : 'no',
      event.role ? roleName(event.role) : '',
      event.justification ?? '',
      event.changes
        .map(({ field, before, after }) => `${fieldName(field)}: ${before ?? 'none'} → ${after ?? 'none'}`)
        .join('; '),
      event.id,
    ]),
  );
}
