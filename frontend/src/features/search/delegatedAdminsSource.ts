import { fetchQuery, graphql } from 'react-relay';
import type { delegatedAdminsSourceQuery } from '../../__generated__/delegatedAdminsSourceQuery.graphql';
import type { Source } from './source';

/** Looks among the partners that administer the viewer's organization now. For those who may read them. */
export const delegatedAdminsSource: Source = {
  heading: 'Delegated admins',
  find: async (environment, text) => {
    if (text === '') return [];
    const data = await fetchQuery<delegatedAdminsSourceQuery>(
      environment,
      graphql`
        query delegatedAdminsSourceQuery($text: String!) {
          delegatedAdmins(first: 5, filter: { search: $text }) {
            edges {
              node {
                id
                partner {
                  name
                  domain
                }
              }
            }
          }
        }
      `,
      { text },
    ).toPromise();
    return (data?.delegatedAdmins.edges ?? []).map(({ node: { id, partner } }) => ({
      key: id,
      label: partner.name,
      detail: partner.domain ?? 'No verified domain',
      link: { to: '/support/delegated-admins', search: { admin: id } },
    }));
  },
};
