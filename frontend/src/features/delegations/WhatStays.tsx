import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql } from 'react-relay';
import type { WhatStaysQuery } from '../../__generated__/WhatStaysQuery.graphql';
import type { Item } from '../../components/EachDialog';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { roleName, sortRoles } from '../../lib/roles';
import { count } from '../../lib/time';

/** Of how many delegated admins it is told: each is a question of its own. */
const most = 5;

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  item: { overflowWrap: 'anywhere', '& summary': { cursor: 'pointer', padding: `${tokens.spacingVerticalXXS} 0` } },
  names: { margin: 0, paddingLeft: tokens.spacingHorizontalXXL, color: tokens.colorNeutralForeground2 },
});

/** What stays behind if these delegated admins are deleted: how much of each kind, and a list of it to open. */
export function WhatStays(props: { chosen: readonly Item[] }) {
  const { chosen } = props;
  if (chosen.length > most) {
    return <Text>What they made stays. The details of each list it, also after this, under “Left behind”.</Text>;
  }
  return chosen.map(({ id, name }) => (
    <PageBoundary key={id} skeleton={<TextSkeleton lines={2} />}>
      <One id={id} name={name} several={chosen.length > 1} />
    </PageBoundary>
  ));
}

function One(props: { id: string; name: string; several: boolean }) {
  const { id, name, several } = props;
  const { node } = usePageQuery<WhatStaysQuery>(
    graphql`
      query WhatStaysQuery($id: ID!) {
        node(id: $id) {
          ... on Delegation {
            usersLeftBehind(first: 20) {
              totalCount
              edges {
                node {
                  id
                  displayName
                }
              }
            }
            rolesLeftBehind(first: 20) {
              totalCount
              edges {
                roles
                node {
                  id
                  displayName
                }
              }
            }
            passwordsLeftBehind(first: 20) {
              totalCount
              edges {
                node {
                  id
                  displayName
                }
              }
            }
            domainsLeftBehind(first: 20) {
              totalCount
              edges {
                node {
                  id
                  name
                }
              }
            }
            licensesLeftBehind(first: 20) {
              totalCount
              edges {
                node {
                  id
                  product {
                    name
                  }
                  user {
                    displayName
                  }
                }
              }
            }
          }
        }
      }
    `,
    { id },
    { fetchPolicy: 'network-only' },
  );
  const styles = useStyles();
  const whose = several ? name : 'them';
  const users = node?.usersLeftBehind;
  if (!node || !users) return null; // who may not know may not delete either
  const {
    rolesLeftBehind: roles,
    passwordsLeftBehind: passwords,
    domainsLeftBehind: domains,
    licensesLeftBehind: licenses,
  } = node;
  const kinds: readonly Kind[] = [
    {
      total: users.totalCount,
      words: [`user created by ${whose}`, `users created by ${whose}`],
      names: users.edges.map((edge) => edge.node.displayName),
    },
    {
      total: roles?.totalCount ?? 0,
      words: [`user with roles assigned by ${whose}`, `users with roles assigned by ${whose}`],
      names: (roles?.edges ?? []).map(
        (edge) => `${edge.node.displayName}: ${sortRoles(edge.roles).map(roleName).join(', ')}`,
      ),
    },
    {
      total: passwords?.totalCount ?? 0,
      words: [
        `password reset by ${whose}, and no new one chosen since`,
        `passwords reset by ${whose}, and no new one chosen since`,
      ],
      names: (passwords?.edges ?? []).map((edge) => edge.node.displayName),
    },
    {
      total: domains?.totalCount ?? 0,
      words: [`domain added by ${whose}`, `domains added by ${whose}`],
      names: (domains?.edges ?? []).map((edge) => edge.node.name),
    },
    {
      total: licenses?.totalCount ?? 0,
      words: [`license assigned by ${whose}`, `licenses assigned by ${whose}`],
      names: (licenses?.edges ?? []).map((edge) => `${edge.node.user?.displayName}: ${edge.node.product.name}`),
    },
  ];
  const some = kinds.filter(({ total }) => total > 0);
  if (some.length === 0) return <Text>{several ? `${name} leaves` : 'They leave'} nothing behind.</Text>;
  return (
    <div className={styles.root}>
      <Text>{several ? `${name} leaves` : 'They leave'} behind, until you undo it:</Text>
      {some.map((kind) => (
        <Details key={kind.words[0]} kind={kind} />
      ))}
    </div>
  );
}

interface Kind {
  total: number;
  words: readonly [one: string, many: string];
  names: readonly string[];
}

function Details(props: { kind: Kind }) {
  const { total, words, names } = props.kind;
  const styles = useStyles();
  const more = total - names.length;
  return (
    <details className={styles.item}>
      <summary>{count(total, ...words)}</summary>
      <ul className={styles.names}>
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
        {more > 0 && <li>and {more.toLocaleString('en')} more</li>}
      </ul>
    </details>
  );
}
