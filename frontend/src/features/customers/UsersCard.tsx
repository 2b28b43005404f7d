import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { UsersCard_organization$key } from '../../__generated__/UsersCard_organization.graphql';
import { LinkButton } from '../../components/LinkButton';
import { count } from '../../lib/time';
import { Card } from './Card';

const useStyles = makeStyles({
  links: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** How many users a customer has, and the way to them. */
export function UsersCard(props: { organization: UsersCard_organization$key }) {
  const { id, users } = useFragment(
    graphql`
      fragment UsersCard_organization on Organization {
        id
        users(first: 1) {
          totalCount
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  return (
    <Card title="Users">
      <Text>{count(users.totalCount, 'active user')}</Text>
      <div className={styles.links}>
        <LinkButton to="/partner/customers/$organizationId/users" params={{ organizationId: id }}>
          Active users
        </LinkButton>
        <LinkButton to="/partner/customers/$organizationId/users/deleted" params={{ organizationId: id }}>
          Deleted users
        </LinkButton>
      </div>
    </Card>
  );
}
