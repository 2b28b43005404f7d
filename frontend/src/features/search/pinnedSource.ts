import { fetchQuery, graphql } from 'react-relay';
import type { pinnedSourceQuery } from '../../__generated__/pinnedSourceQuery.graphql';
import { customerHit } from './customersSource';
import type { Source } from './source';

/** The customers that the viewer has pinned, while nothing was typed. */
export const pinnedSource: Source = {
  heading: 'Pinned',
  find: async (environment, text) => {
    if (text !== '') return [];
    const data = await fetchQuery<pinnedSourceQuery>(
      environment,
      graphql`
        query pinnedSourceQuery {
          viewer {
            pinnedCustomers {
              viewerRoles
              customer {
                id
                displayName
              }
            }
          }
        }
      `,
      {},
    ).toPromise();
    return (data?.viewer?.pinnedCustomers ?? []).map(({ customer, viewerRoles }) => {
      const hit = customerHit(customer, viewerRoles);
      return { ...hit, key: `pin-${hit.key}` };
    });
  },
};
