import { useCallback, useDeferredValue, useMemo } from 'react';
import { graphql } from 'react-relay';
import type { ActiveUsersPageQuery } from '../../__generated__/ActiveUsersPageQuery.graphql';
import { OrganizationContent } from '../../components/OrganizationPage';
import { ListSkeleton } from '../../components/skeletons';
import { useAddress } from '../../components/useAddress';
import type { Whose } from '../../components/whose';
import { usePageQuery } from '../../graphql/usePageQuery';
import { ActiveUsers } from './ActiveUsers';
import { UsersPage } from './UsersPage';
import { type UserSearch, variablesOf } from './userSearch';

const head = {
  title: 'Active users',
  sentence:
    'The people with an account, whether they may sign in, and what they may do. Deleted ones stand on a page of their own.',
  section: 'Users',
};

/** Users > Active users, of one's own organization or on behalf of a customer. */
export function ActiveUsersPage() {
  return (
    <UsersPage head={head} skeleton={<ListSkeleton columns={5} />}>
      {(whose) => <Content whose={whose} />}
    </UsersPage>
  );
}

function Content(props: { whose: Whose }) {
  const { whose } = props;
  const { state, change, open: openIn } = useAddress();
  const { search, signIn, role, created, licensed, sort, user, tab } = state;
  // What was shown stays until what is asked for is there.
  const wanted = useMemo(
    () => variablesOf({ search, signIn, role, created, licensed, sort }),
    [search, signIn, role, created, licensed, sort],
  );
  const variables = useDeferredValue(wanted);
  const data = usePageQuery<ActiveUsersPageQuery>(
    graphql`
      query ActiveUsersPageQuery($id: ID!, $own: Boolean!, $search: String, $filter: UserFilter!, $orderBy: UserOrder!) {
        viewer @include(if: $own) {
          organization {
            ...ActiveUsers_organization @arguments(search: $search, filter: $filter, orderBy: $orderBy)
          }
        }
        ...OnBehalfBand_query @arguments(id: $id) @skip(if: $own) @alias(as: "band")
        node(id: $id) @skip(if: $own) {
          __typename
          ... on Organization {
            displayName
            ...ActiveUsers_organization
              @arguments(search: $search, filter: $filter, orderBy: $orderBy)
              @alias(as: "users")
          }
        }
      }
    `,
    { id: whose.id, own: whose.own, ...variables },
    whose.access ? { fetchKey: whose.access.fetchKey, fetchPolicy: 'network-only' } : {},
  );
  const customer = data.node?.__typename === 'Organization' ? data.node : undefined;
  const organization = data.viewer?.organization ?? customer?.users;
  const open = useCallback((id: string) => openIn({ user: id, tab: undefined }), [openIn]);

  return (
    <OrganizationContent head={head} whose={whose} customer={customer?.displayName} band={data.band}>
      {organization && (
        <ActiveUsers
          organization={organization}
          base={whose.base}
          search={{ search, signIn, role, created, licensed, sort }}
          variables={variables}
          stale={variables !== wanted}
          opened={user}
          tab={tab}
          onSearch={(part: UserSearch) => change(part)}
          onOpen={open}
          onTab={(next) => change({ tab: next })}
          onClose={() => change({ user: undefined, tab: undefined })}
        />
      )}
    </OrganizationContent>
  );
}
