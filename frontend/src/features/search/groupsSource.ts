import { fetchQuery, graphql } from 'react-relay';
import type { groupsSourceQuery } from '../../__generated__/groupsSourceQuery.graphql';
import type { Source } from './source';

/** Looks among the groups of the viewer's partner. For those who may read them. */
export const groupsSource: Source = {
  heading: 'Groups',
  find: async (environment, text) => {
    if (text === '') return [];
    const data = await fetchQuery<groupsSourceQuery>(
      environment,
      graphql`
        query groupsSourceQuery($text: String!) {
          viewer {
            groups(first: 5, search: $text) {
              edges {
                node {
                  id
                  name
                  description
                }
              }
            }
          }
        }
      `,
      { text },
    ).toPromise();
    return (data?.viewer?.groups.edges ?? []).map(({ node: { id, name, description } }) => ({
      key: id,
      label: name,
      detail: description ?? undefined,
      link: { to: '/groups', search: { group: id } },
    }));
  },
};
