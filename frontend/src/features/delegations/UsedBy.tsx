import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { UsedBy_delegation$key } from '../../__generated__/UsedBy_delegation.graphql';
import { roleName, sortRoles } from '../../lib/roles';
import { count } from '../../lib/time';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
  },
  small: { color: tokens.colorNeutralForeground2 },
});

/** Which groups of the partner hold which of the roles, and how many people are in each. */
export function UsedBy(props: { delegation: UsedBy_delegation$key }) {
  const { assignments } = useFragment(
    graphql`
      fragment UsedBy_delegation on Delegation {
        assignments {
          id
          groupName
          memberCount
          roles
        }
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  if (assignments.length === 0) {
    return <Text className={styles.small}>Nobody now: the partner has assigned the roles to none of its groups.</Text>;
  }
  return (
    <ul className={styles.list}>
      {assignments.map(({ id, groupName, memberCount, roles }) => (
        <li key={id} className={styles.item}>
          <span>
            <Text weight="semibold">{groupName}</Text>
            <Text className={styles.small}> · {count(memberCount, 'person', 'people')}</Text>
          </span>
          <Text>{sortRoles(roles).map(roleName).join(', ')}</Text>
        </li>
      ))}
    </ul>
  );
}
