import { fetchQuery, graphql } from 'react-relay';
import type { partnersSourceQuery } from '../../__generated__/partnersSourceQuery.graphql';
import { countryName } from '../../lib/countries';
import type { Source } from './source';

/** Looks in the directory of partners. */
export const partnersSource: Source = {
  heading: 'Partners',
  find: async (environment, text) => {
    if (text === '') return [];
    const data = await fetchQuery<partnersSourceQuery>(
      environment,
      graphql`
        query partnersSourceQuery($text: String!) {
          partners(first: 5, search: $text) {
            edges {
              node {
                id
                name
                country
              }
            }
          }
        }
      `,
      { text },
    ).toPromise();
    return (data?.partners.edges ?? []).map(({ node: { id, name, country } }) => ({
      key: id,
      label: name,
      detail: country ? countryName(country) : undefined,
      link: { to: '/partners/$partnerId', params: { partnerId: id }, search: {} },
    }));
  },
};
