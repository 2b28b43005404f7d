import { Text } from '@fluentui/react-components';
import { graphql, usePaginationFragment } from 'react-relay';
import type { RoleHolders_organization$key } from '../../__generated__/RoleHolders_organization.graphql';
import type { RoleHoldersListQuery } from '../../__generated__/RoleHoldersListQuery.graphql';
import type { RoleHoldersQuery } from '../../__generated__/RoleHoldersQuery.graphql';
import { ListFoot } from '../../components/ListFoot';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { TextLink } from '../../components/TextLink';
import { usePageQuery } from '../../graphql/usePageQuery';
import type { RoleName } from '../../lib/roles';
import { DelegatedHolders } from './DelegatedHolders';
import { useHolderStyles } from './holderStyles';

const pageSize = 20;

/** Who holds a role, and through what: people to whom it is assigned, and delegated admins to whom it is granted. */
export function RoleHolders(props: {
  role: RoleName;
  organizationId: string;
  users: string;
  canReadDelegatedAdmins: boolean;
}) {
  const { role, organizationId, users, canReadDelegatedAdmins } = props;
  const styles = useHolderStyles();
  const { node } = usePageQuery<RoleHoldersQuery>(
    graphql`
      query RoleHoldersQuery($id: ID!, $role: Role!) {
        node(id: $id) {
          ... on Organization {
            ...RoleHolders_organization @arguments(role: $role) @alias(as: "people")
          }
        }
      }
    `,
    { id: organizationId, role },
  );
  return (
    <div className={styles.root}>
      <section className={styles.section}>
        <h3 className={styles.heading}>People</h3>
        {node?.people && <People organization={node.people} users={users} />}
      </section>
      <section className={styles.section}>
        <h3 className={styles.heading}>Delegated admins</h3>
        {canReadDelegatedAdmins ? (
          <PageBoundary skeleton={<TextSkeleton lines={3} />} title="The delegated admins could not be shown">
            <DelegatedHolders role={role} />
          </PageBoundary>
        ) : (
          <Text className={styles.small}>
            The organization’s own Global Administrators, Global Readers and Privileged Role Administrators see which of
            them hold it.
          </Text>
        )}
      </section>
    </div>
  );
}

function People(props: { organization: RoleHolders_organization$key; users: string }) {
  const { users } = props;
  const { data, loadNext, hasNext, isLoadingNext } = usePaginationFragment<
    RoleHoldersListQuery,
    RoleHolders_organization$key
  >(
    graphql`
      fragment RoleHolders_organization on Organization
      @refetchable(queryName: "RoleHoldersListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        role: { type: "Role!" }
      ) {
        users(first: $count, after: $cursor, filter: { role: $role }) @connection(key: "RoleHolders_users") {
          totalCount
          edges {
            node {
              id
              displayName
              userName
              enabled
            }
          }
        }
      }
    `,
    props.organization,
  );
  const styles = useHolderStyles();
  const rows = data.users.edges.flatMap((edge) => (edge?.node ? [edge.node] : []));
  if (rows.length === 0) return <Text className={styles.small}>Nobody in the organization.</Text>;
  return (
    <>
      <ul className={styles.list} aria-label="People">
        {rows.map(({ id, displayName, userName, enabled }) => (
          <li key={id} className={styles.item}>
            <TextLink to={users as string} search={{ user: id, tab: 'roles' } as never}>
              {displayName}
            </TextLink>
            <Text size={200} className={styles.small}>
              {userName} · assigned to them{!enabled && ' · sign-in blocked'}
            </Text>
          </li>
        ))}
      </ul>
      <ListFoot
        shown={rows.length}
        total={data.users.totalCount}
        hasMore={hasNext}
        loading={isLoadingNext}
        onMore={() => loadNext(pageSize)}
      />
    </>
  );
}
