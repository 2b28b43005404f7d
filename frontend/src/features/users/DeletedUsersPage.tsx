import { useDeferredValue, useMemo } from 'react';
import { graphql } from 'react-relay';
import type { DeletedUsersPageQuery } from '../../__generated__/DeletedUsersPageQuery.graphql';
import { OrganizationContent } from '../../components/OrganizationPage';
import { ListSkeleton } from '../../components/skeletons';
import { useAddress } from '../../components/useAddress';
import type { Whose } from '../../components/whose';
import { usePageQuery } from '../../graphql/usePageQuery';
import { DeletedUsers } from './DeletedUsers';
import { UsersPage } from './UsersPage';
import { sortOf } from './userSearch';

const head = {
  title: 'Deleted users',
  sentence: 'Who was deleted can be restored for 30 days, as they were. After that the account is emptied for good.',
  section: 'Users',
};

/** Users > Deleted users, of one's own organization or on behalf of a customer. */
export function DeletedUsersPage() {
  return (
    <UsersPage head={head} skeleton={<ListSkeleton columns={4} />}>
      {(whose) => <Content whose={whose} />}
    </UsersPage>
  );
}

function Content(props: { whose: Whose }) {
  const { whose } = props;
  const { state, change } = useAddress();
  const { search, sort } = state;
  const wanted = useMemo(() => ({ search: search ?? null, orderBy: sortOf(sort) }), [search, sort]);
  const variables = useDeferredValue(wanted);
  const data = usePageQuery<DeletedUsersPageQuery>(
    graphql`
      query DeletedUsersPageQuery($id: ID!, $own: Boolean!, $search: String, $orderBy: UserOrder!) {
        viewer @include(if: $own) {
          organization {
            ...DeletedUsers_organization @arguments(search: $search, orderBy: $orderBy)
          }
        }
        ...OnBehalfBand_query @arguments(id: $id) @skip(if: $own) @alias(as: "band")
        node(id: $id) @skip(if: $own) {
          __typename
          ... on Organization {
            displayName
            ...DeletedUsers_organization @arguments(search: $search, orderBy: $orderBy) @alias(as: "users")
          }
        }
      }
    `,
    { id: whose.id, own: whose.own, ...variables },
    whose.access ? { fetchKey: whose.access.fetchKey, fetchPolicy: 'network-only' } : {},
  );
  const customer = data.node?.__typename === 'Organization' ? data.node : undefined;
  const organization = data.viewer?.organization ?? customer?.users;
  return (
    <OrganizationContent head={head} whose={whose} customer={customer?.displayName} band={data.band}>
      {organization && (
        <DeletedUsers
          organization={organization}
          search={search}
          sort={sort}
          stale={variables !== wanted}
          onSearch={change}
        />
      )}
    </OrganizationContent>
  );
}
