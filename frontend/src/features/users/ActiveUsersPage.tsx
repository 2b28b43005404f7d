import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useDeferredValue, useMemo } from 'react';
import { graphql } from 'react-relay';
import type { ActiveUsersPageQuery } from '../../__generated__/ActiveUsersPageQuery.graphql';
import { ListSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { ActiveUsers } from './ActiveUsers';
import { UsersContent, UsersPage } from './UsersPage';
import { type UserSearch, variablesOf } from './userSearch';
import type { Whose } from './whose';

const head = {
  title: 'Active users',
  sentence:
    'The people with an account, whether they may sign in, and what they may do. Deleted ones stand on a page of their own.',
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
  const { search, signIn, role, created, sort, user, tab } = useSearch({ strict: false });
  const navigate = useNavigate();
  // What was shown stays until what is asked for is there.
  const wanted = useMemo(
    () => variablesOf({ search, signIn, role, created, sort }),
    [search, signIn, role, created, sort],
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
  const change = (part: object) =>
    void navigate({
      to: '.',
      search: ((now: object) => ({ ...now, ...part })) as never,
      replace: true,
      resetScroll: false,
    });
  const open = useCallback(
    (id: string) =>
      void navigate({
        to: '.',
        search: ((now: object) => ({ ...now, user: id, tab: undefined })) as never,
        resetScroll: false,
      }),
    [navigate],
  );

  return (
    <UsersContent head={head} whose={whose} customer={customer?.displayName} band={data.band}>
      {organization && (
        <ActiveUsers
          organization={organization}
          base={whose.base}
          search={{ search, signIn, role, created, sort }}
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
    </UsersContent>
  );
}
