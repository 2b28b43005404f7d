import { fetchQuery, graphql } from 'react-relay';
import type { domainsSourceQuery } from '../../__generated__/domainsSourceQuery.graphql';
import type { Source } from './source';

/** Looks among the domains of an organization: one's own, or the customer on whose behalf one is. */
export function domainsSource(heading: string, organizationId: string, whose: 'own' | 'customer'): Source {
  return {
    heading,
    find: async (environment, text) => {
      if (text === '') return [];
      const data = await fetchQuery<domainsSourceQuery>(
        environment,
        graphql`
          query domainsSourceQuery($id: ID!, $text: String!) {
            node(id: $id) {
              ... on Organization {
                domains(first: 5, search: $text) {
                  edges {
                    node {
                      id
                      name
                      verifiedAt
                    }
                  }
                }
              }
            }
          }
        `,
        { id: organizationId, text },
      ).toPromise();
      return (data?.node?.domains?.edges ?? []).map(({ node: { id, name, verifiedAt } }) => ({
        key: id,
        label: name,
        detail: verifiedAt ? 'Verified' : 'Not verified',
        link:
          whose === 'own'
            ? { to: '/domains', search: { domain: id } }
            : { to: '/partner/customers/$organizationId/domains', params: { organizationId }, search: { domain: id } },
      }));
    },
  };
}
