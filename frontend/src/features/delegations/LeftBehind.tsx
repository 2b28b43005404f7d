import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { LeftBehind_delegation$key } from '../../__generated__/LeftBehind_delegation.graphql';
import { EmptyState } from '../../components/EmptyState';
import { LeftDomains } from './LeftDomains';
import { LeftLicenses } from './LeftLicenses';
import { LeftPasswords } from './LeftPasswords';
import { LeftRoles } from './LeftRoles';
import { LeftUsers } from './LeftUsers';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXL },
  // A list that has nothing is not there. Where none is there, that is said.
  lists: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    ':empty + div': { display: 'block' },
  },
  nothing: { display: 'none' },
});

/** What a partner's people made that still stands, with what undoes it beside each: before the deletion and after. */
export function LeftBehind(props: { delegation: LeftBehind_delegation$key }) {
  const delegation = useFragment(
    graphql`
      fragment LeftBehind_delegation on Delegation {
        status
        usersLeftBehind(first: 20) {
          totalCount
        }
        ...LeftUsers_delegation
        ...LeftRoles_delegation
        ...LeftPasswords_delegation
        ...LeftDomains_delegation
        ...LeftLicenses_delegation
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  if (!delegation.usersLeftBehind) {
    return (
      <EmptyState title="You may not see what is left behind">
        Your organization’s Global Administrators see it, and can undo it.
      </EmptyState>
    );
  }
  const over = delegation.status === 'EXPIRED' || delegation.status === 'TERMINATED';
  return (
    <div className={styles.root}>
      <Text>
        What this partner’s people made in your organization and what still stands.{' '}
        {over ? 'It stays until you undo it.' : 'It would stay if you deleted them, until you undo it.'}
      </Text>
      <div className={styles.lists}>
        <LeftUsers delegation={delegation} />
        <LeftRoles delegation={delegation} />
        <LeftPasswords delegation={delegation} />
        <LeftDomains delegation={delegation} />
        <LeftLicenses delegation={delegation} />
      </div>
      <div className={styles.nothing}>
        <EmptyState title="Nothing is left behind">
          Users that they created, roles and licenses that they assigned, passwords that they reset and domains that
          they added stand here as long as they are there.
        </EmptyState>
      </div>
    </div>
  );
}
