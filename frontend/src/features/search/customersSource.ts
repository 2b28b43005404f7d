import { fetchQuery, graphql } from 'react-relay';
import type { customersSourceQuery } from '../../__generated__/customersSourceQuery.graphql';
import { rolesInShort } from '../../lib/roles';
import type { Source } from './source';

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
                  id
                  roles
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
    return (data?.viewer?.customers.edges ?? []).map(({ node: { id, roles, customer } }) => ({
      key: id,
      label: customer.displayName,
      detail: rolesInShort(roles),
      link: { to: '/partner/customers/$organizationId', params: { organizationId: customer.id }, search: {} },
    }));
  },
};
