import { graphql } from 'react-relay';
import type { ImportUsersPageQuery } from '../../__generated__/ImportUsersPageQuery.graphql';
import { OrganizationContent } from '../../components/OrganizationPage';
import { TextSkeleton } from '../../components/skeletons';
import type { Whose } from '../../components/whose';
import { usePageQuery } from '../../graphql/usePageQuery';
import { ImportUsers } from './ImportUsers';
import { MayNotCreate } from './MayNotCreate';
import { UsersPage } from './UsersPage';

const head = {
  title: 'Add multiple users',
  sentence:
    'From a CSV file, up to 10,000 at once. First all lines are checked, and nothing is created before you say so.',
  below: 'Active users',
};

/** Users > Active users > Add multiple users, in one's own organization or on behalf of a customer. */
export function ImportUsersPage() {
  return (
    <UsersPage head={head} skeleton={<TextSkeleton lines={8} />}>
      {(whose) => <Content whose={whose} />}
    </UsersPage>
  );
}

function Content(props: { whose: Whose }) {
  const { whose } = props;
  const data = usePageQuery<ImportUsersPageQuery>(
    graphql`
      query ImportUsersPageQuery($id: ID!, $own: Boolean!) {
        viewer @include(if: $own) {
          organization {
            id
            viewerCanCreateUsers
          }
        }
        ...OnBehalfBand_query @arguments(id: $id) @skip(if: $own) @alias(as: "band")
        node(id: $id) @skip(if: $own) {
          __typename
          ... on Organization {
            id
            displayName
            viewerCanCreateUsers
          }
        }
      }
    `,
    { id: whose.id, own: whose.own },
    whose.access ? { fetchKey: whose.access.fetchKey, fetchPolicy: 'network-only' } : {},
  );
  const customer = data.node?.__typename === 'Organization' ? data.node : undefined;
  const organization = data.viewer?.organization ?? customer;
  return (
    <OrganizationContent head={head} whose={whose} customer={customer?.displayName} band={data.band}>
      {organization &&
        (organization.viewerCanCreateUsers ? (
          <ImportUsers organizationId={organization.id} base={whose.base} />
        ) : (
          <MayNotCreate />
        ))}
    </OrganizationContent>
  );
}
