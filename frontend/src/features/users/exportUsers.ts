import { fetchQuery, graphql } from 'react-relay';
import type { IEnvironment } from 'relay-runtime';
import type { exportUsersQuery } from '../../__generated__/exportUsersQuery.graphql';
import { ApiError } from '../../graphql/errors';
import { roleName, sortRoles } from '../../lib/roles';
import { columnNames } from './importLines';
import type { variablesOf } from './userSearch';

/** How many users are read at once. */
const pageSize = 100;

/** Reads all users that fit, page by page, as the lines of a file that can be imported elsewhere. */
export async function exportUsers(
  environment: IEnvironment,
  organizationId: string,
  variables: ReturnType<typeof variablesOf>,
  onRead: (users: number) => void,
  signal: AbortSignal,
): Promise<string[][]> {
  const rows: string[][] = [[...columnNames, 'Created', 'Created by']];
  let after: exportUsersQuery['variables']['after'] = null;
  while (!signal.aborted) {
    const data: exportUsersQuery['response'] | undefined = await fetchQuery<exportUsersQuery>(
      environment,
      graphql`
        query exportUsersQuery(
          $id: ID!
          $first: Int!
          $after: Cursor
          $search: String
          $filter: UserFilter!
          $orderBy: UserOrder!
        ) {
          node(id: $id) {
            ... on Organization {
              users(first: $first, after: $after, search: $search, filter: $filter, orderBy: $orderBy) {
                edges {
                  node {
                    userName
                    displayName
                    email
                    roles
                    enabled
                    createdAt
                    createdBy {
                      name
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
      { id: organizationId, first: pageSize, after, ...variables },
      { networkCacheConfig: { force: true } },
    ).toPromise();
    const users: NonNullable<exportUsersQuery['response']['node']>['users'] = data?.node?.users;
    if (!users) throw new ApiError('NOT_FOUND', 'The organization is not seen any more.');
    for (const { node } of users.edges) {
      rows.push([
        node.userName,
        node.displayName,
        node.email ?? '',
        sortRoles(node.roles).map(roleName).join('; '),
        node.enabled ? 'yes' : 'no',
        node.createdAt,
        node.createdBy?.name ?? '',
      ]);
    }
    onRead(rows.length - 1);
    if (!users.pageInfo.hasNextPage) break;
    after = users.pageInfo.endCursor ?? null;
  }
  return rows;
}
