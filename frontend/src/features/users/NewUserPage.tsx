import { useNavigate } from '@tanstack/react-router';
import { graphql } from 'react-relay';
import type { NewUserPageQuery } from '../../__generated__/NewUserPageQuery.graphql';
import { OrganizationContent } from '../../components/OrganizationPage';
import { TextSkeleton } from '../../components/skeletons';
import type { Whose } from '../../components/whose';
import { usePageQuery } from '../../graphql/usePageQuery';
import { MayNotCreate } from './MayNotCreate';
import { NewUserForm } from './NewUserForm';
import { UsersPage } from './UsersPage';

const head = {
  title: 'Add a user',
  sentence: 'They choose their password themselves: with a one-time link by mail, or with a code that you hand over.',
  below: 'Active users',
};

/** Users > Active users > Add a user, in one's own organization or on behalf of a customer. */
export function NewUserPage() {
  return (
    <UsersPage head={head} skeleton={<TextSkeleton lines={8} />}>
      {(whose) => <Content whose={whose} />}
    </UsersPage>
  );
}

function Content(props: { whose: Whose }) {
  const { whose } = props;
  const navigate = useNavigate();
  const data = usePageQuery<NewUserPageQuery>(
    graphql`
      query NewUserPageQuery($id: ID!, $own: Boolean!) {
        viewer @include(if: $own) {
          organization {
            viewerCanCreateUsers
            ...NewUserForm_organization
          }
        }
        ...OnBehalfBand_query @arguments(id: $id) @skip(if: $own) @alias(as: "band")
        node(id: $id) @skip(if: $own) {
          __typename
          ... on Organization {
            displayName
            viewerCanCreateUsers
            ...NewUserForm_organization @alias(as: "form")
          }
        }
      }
    `,
    { id: whose.id, own: whose.own },
    whose.access ? { fetchKey: whose.access.fetchKey, fetchPolicy: 'network-only' } : {},
  );
  const customer = data.node?.__typename === 'Organization' ? data.node : undefined;
  const may = (data.viewer?.organization ?? customer)?.viewerCanCreateUsers;
  const form = data.viewer?.organization ?? customer?.form;
  return (
    <OrganizationContent head={head} whose={whose} customer={customer?.displayName} band={data.band}>
      {may && form ? (
        <NewUserForm
          organization={form}
          base={whose.base}
          onCreated={(user) => void navigate({ to: whose.base as string, search: { user } as never })}
        />
      ) : (
        <MayNotCreate />
      )}
    </OrganizationContent>
  );
}
