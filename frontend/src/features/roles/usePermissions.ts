import { graphql } from 'react-relay';
import type { usePermissionsQuery } from '../../__generated__/usePermissionsQuery.graphql';
import { usePageQuery } from '../../graphql/usePageQuery';

/** The table by which the server decides who may do what. Suspends. */
export function usePermissions() {
  return usePageQuery<usePermissionsQuery>(
    graphql`
      query usePermissionsQuery {
        permissions {
          name
          description
          roles
          delegable
        }
      }
    `,
    {},
    { fetchPolicy: 'store-or-network' },
  ).permissions;
}

/** “create users” is “Create users”. */
export function sentence(description: string): string {
  return description.charAt(0).toUpperCase() + description.slice(1);
}
