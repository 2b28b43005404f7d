import { fetchQuery, graphql } from 'react-relay';
import type { peopleSourceQuery } from '../../__generated__/peopleSourceQuery.graphql';
import type { Source } from './source';

/** Looks among the users of an organization: one's own, or the customer on whose behalf one is. */
export function peopleSource(heading: string, organizationId: string, whose: 'own' | 'customer'): Source {
  return {
    heading,
    find: async (environment, text) => {
      if (text === '') return [];
      const data = await fetchQuery<peopleSourceQuery>(
        environment,
        graphql`
          query peopleSourceQuery($id: ID!, $text: String!) {
            node(id: $id) {
              ... on Organization {
                users(first: 5, search: $text) {
                  edges {
                    node {
                      id
                      displayName
                      userName
                    }
                  }
                }
              }
            }
          }
        `,
        { id: organizationId, text },
      ).toPromise();
      return (data?.node?.users?.edges ?? []).map(({ node: { id, displayName, userName } }) => ({
        key: id,
        label: displayName,
        detail: userName,
        link:
          whose === 'own'
            ? { to: '/users', search: { user: id } }
            : { to: '/partner/customers/$organizationId/users', params: { organizationId }, search: { user: id } },
      }));
    },
  };
}
