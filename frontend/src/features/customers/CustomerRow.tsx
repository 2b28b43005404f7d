import { makeStyles, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { CustomerRow_delegation$key } from '../../__generated__/CustomerRow_delegation.graphql';
import { DelegationRow, type Layout } from '../../components/DelegationRow';
import { RolesInShort } from '../../components/RolesInShort';
import { TextLink } from '../../components/TextLink';
import { PinButton } from './PinButton';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
});

/** One customer in the list, with what the viewer may do there of what is granted. */
export function CustomerRow(props: {
  delegation: CustomerRow_delegation$key;
  layout: Layout;
  onOpen: (organizationId: string) => void;
}) {
  const { layout, onOpen } = props;
  const delegation = useFragment(
    graphql`
      fragment CustomerRow_delegation on Delegation {
        roles
        viewerRoles
        customer {
          id
          displayName
        }
        ...PinButton_delegation
        ...DelegationRow_delegation
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  const { customer, roles, viewerRoles } = delegation;
  return (
    <DelegationRow
      delegation={delegation}
      layout={layout}
      name={
        <span className={styles.line}>
          <TextLink
            to="/partner/customers/$organizationId"
            params={{ organizationId: customer.id }}
            preload={false}
            className={styles.name}
          >
            {customer.displayName}
          </TextLink>
          <PinButton delegation={delegation} />
        </span>
      }
      roles={
        <>
          {viewerRoles.length > 0 ? <RolesInShort roles={viewerRoles} /> : <span>None</span>}
          {viewerRoles.length < roles.length && <span className={styles.small}>of {roles.length} granted</span>}
        </>
      }
      onOpen={() => onOpen(customer.id)}
    />
  );
}
