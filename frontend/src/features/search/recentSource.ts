import { fetchQuery, graphql } from 'react-relay';
import type { recentSourceQuery } from '../../__generated__/recentSourceQuery.graphql';
import { recentCustomers } from '../../lib/recentCustomers';
import { customerHit } from './customersSource';
import type { Source } from './source';

/** The customers on whose behalf the person was last in this browser, while nothing was typed: those that are still theirs. */
export function recentSource(userId: string): Source {
  return {
    heading: 'Recent',
    find: async (environment, text) => {
      const ids = text === '' ? recentCustomers(userId) : [];
      if (ids.length === 0) return [];
      const data = await fetchQuery<recentSourceQuery>(
        environment,
        graphql`
          query recentSourceQuery($ids: [ID!]!) {
            nodes(ids: $ids) {
              ... on Organization {
                id
                displayName
                viewerDelegation {
                  viewerRoles
                }
              }
            }
          }
        `,
        { ids },
      ).toPromise();
      return (data?.nodes ?? []).flatMap((node) =>
        node?.id && node.displayName && node.viewerDelegation
          ? [customerHit({ id: node.id, displayName: node.displayName }, node.viewerDelegation.viewerRoles)]
          : [],
      );
    },
  };
}
