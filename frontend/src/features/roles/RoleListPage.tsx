import { graphql } from 'react-relay';
import type { RoleListPageQuery } from '../../__generated__/RoleListPageQuery.graphql';
import { EmptyState } from '../../components/EmptyState';
import { OrganizationContent, OrganizationPage } from '../../components/OrganizationPage';
import { ListSkeleton } from '../../components/skeletons';
import type { Whose } from '../../components/whose';
import { usePageQuery } from '../../graphql/usePageQuery';
import { RoleList } from './RoleList';

const head = {
  title: 'Roles',
  sentence: 'What somebody with a role may do, and who holds it: people of the organization, and delegated admins.',
};

/** Roles, of one's own organization or on behalf of a customer. */
export function RoleListPage() {
  return (
    <OrganizationPage
      head={head}
      path="/roles"
      skeleton={<ListSkeleton rows={8} columns={2} />}
      failed="The roles could not be shown"
      forbidden={
        <EmptyState title="You may not see who holds which role">
          Who holds a role in the organization may see it.
        </EmptyState>
      }
    >
      {(whose) => <Content whose={whose} />}
    </OrganizationPage>
  );
}

function Content(props: { whose: Whose }) {
  const { whose } = props;
  const data = usePageQuery<RoleListPageQuery>(
    graphql`
      query RoleListPageQuery($id: ID!, $own: Boolean!) {
        viewer @include(if: $own) {
          canReadDelegatedAdmins
          organization {
            id
            ...RoleList_organization
          }
        }
        ...OnBehalfBand_query @arguments(id: $id) @skip(if: $own) @alias(as: "band")
        node(id: $id) @skip(if: $own) {
          __typename
          ... on Organization {
            id
            displayName
            ...RoleList_organization @alias(as: "list")
          }
        }
      }
    `,
    { id: whose.id, own: whose.own },
    whose.access ? { fetchKey: whose.access.fetchKey, fetchPolicy: 'network-only' } : {},
  );
  const customer = data.node?.__typename === 'Organization' ? data.node : undefined;
  const organization = data.viewer?.organization ?? customer?.list;
  const id = (data.viewer?.organization ?? customer)?.id;
  return (
    <OrganizationContent head={head} whose={whose} customer={customer?.displayName} band={data.band}>
      {organization && id && (
        <RoleList
          organization={organization}
          organizationId={id}
          users={whose.own ? '/users' : `/partner/customers/${id}/users`}
          canReadDelegatedAdmins={data.viewer?.canReadDelegatedAdmins ?? false}
        />
      )}
    </OrganizationContent>
  );
}
