import { Text } from '@fluentui/react-components';
import { graphql } from 'react-relay';
import type { DelegatedHoldersQuery } from '../../__generated__/DelegatedHoldersQuery.graphql';
import { TextLink } from '../../components/TextLink';
import { UntilDate } from '../../components/UntilDate';
import { usePageQuery } from '../../graphql/usePageQuery';
import type { RoleName } from '../../lib/roles';
import { count } from '../../lib/time';
import { useHolderStyles } from './holderStyles';

/** To which delegated admins of one's own organization a role is granted, and through which of their groups their people hold it. */
export function DelegatedHolders(props: { role: RoleName }) {
  const { role } = props;
  const styles = useHolderStyles();
  const { delegatedAdmins } = usePageQuery<DelegatedHoldersQuery>(
    graphql`
      query DelegatedHoldersQuery {
        delegatedAdmins(first: 100) {
          totalCount
          edges {
            node {
              id
              roles
              expiresAt
              partner {
                id
                name
              }
              assignments {
                id
                groupName
                memberCount
                roles
              }
            }
          }
        }
      }
    `,
    {},
  );
  const holds = ({ roles }: { readonly roles: readonly string[] }) => roles.includes(role);
  const granted = delegatedAdmins.edges.map(({ node }) => node).filter(holds);
  const unseen = delegatedAdmins.totalCount - delegatedAdmins.edges.length;
  return (
    <>
      {granted.length === 0 ? (
        <Text className={styles.small}>None.</Text>
      ) : (
        <ul className={styles.list} aria-label="Delegated admins">
          {granted.map(({ id, partner, expiresAt, assignments }) => (
            <li key={id} className={styles.item}>
              <TextLink to="/support/delegated-admins" search={{ admin: id }}>
                {partner.name}
              </TextLink>
              <Text size={200} className={styles.small}>
                {through(assignments.filter(holds))} · until <UntilDate at={expiresAt} />
              </Text>
            </li>
          ))}
        </ul>
      )}
      {unseen > 0 && (
        <Text className={styles.small}>
          {count(unseen, 'older delegated admin')} {unseen === 1 ? 'was' : 'were'} not looked at:{' '}
          <TextLink to="/support/delegated-admins">Manage delegated admins</TextLink> has all.
        </Text>
      )}
    </>
  );
}

/** “through Admin agents (2 people)”. */
function through(groups: readonly { readonly groupName: string; readonly memberCount: number }[]): string {
  if (groups.length === 0) return 'assigned to none of their groups now';
  const names = groups.map(({ groupName, memberCount }) => `${groupName} (${count(memberCount, 'person', 'people')})`);
  return `through ${names.join(', ')}`;
}
