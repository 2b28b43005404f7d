import { fetchQuery, graphql } from 'react-relay';
import type { customersSourceQuery } from '../../__generated__/customersSourceQuery.graphql';
import { rolesInShort } from '../../lib/roles';
import type { Hit, Source } from './source';

/** A customer, with the viewer's own roles there. */
export function customerHit(
  customer: { readonly id: string; readonly displayName: string },
  viewerRoles: readonly string[],
): Hit {
  return {
    key: customer.id,
    label: customer.displayName,
    detail: viewerRoles.length > 0 ? rolesInShort(viewerRoles) : 'You hold no role there',
    link: { to: '/partner/customers/$organizationId', params: { organizationId: customer.id }, search: {} },
  };
}

/** Looks among the customers that the viewer's partner administers now. */
export const customersSource: Source = {
  heading: 'Customers',
  find: async (environment, text) => {
    if (text === '') return [];
    const data = await fetchQuery<customersSourceQuery>(
      environment,
      graphql`
        query customersSourceQuery($text: String!) {
          viewer {
            customers(first: 5, filter: { search: $text }) {
              edges {
                node {
                  viewerRoles
                  customer {
                    id
                    displayName
                  }
                }
              }
            }
          }
        }
      `,
      { text },
    ).toPromise();
    return (data?.viewer?.customers.edges ?? []).map(({ node: { customer, viewerRoles } }) =>
      customerHit(customer, viewerRoles),
    );
  },
};
