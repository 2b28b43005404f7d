import { makeStyles, TableCell, TableRow, Text, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { CustomerRow_delegation$key } from '../../__generated__/CustomerRow_delegation.graphql';
import { DelegationStatus } from '../../components/DelegationStatus';
import { LastActivity } from '../../components/LastActivity';
import { TextLink } from '../../components/TextLink';
import { UntilDate } from '../../components/UntilDate';
import { roleName, rolesInShort, sortRoles } from '../../lib/roles';
import { exactTime, shortDate } from '../../lib/time';

export type Layout = 'wide' | 'narrow' | 'phone';

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  cell: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, height: '56px' },
  stack: { display: 'flex', flexDirection: 'column', rowGap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold, alignSelf: 'flex-start' },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One customer in the list. Columns that don't fit stand in further lines under the name. */
export function CustomerRow(props: {
  delegation: CustomerRow_delegation$key;
  layout: Layout;
  onOpen: (organizationId: string) => void;
}) {
  const { layout, onOpen } = props;
  const delegation = useFragment(
    graphql`
      fragment CustomerRow_delegation on Delegation {
        status
        terminatedBy
        roles
        activatedAt
        expiresAt
        ...LastActivity_delegation
        customer {
          id
          displayName
        }
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  const { customer, roles } = delegation;
  const rolesText = <span title={sortRoles(roles).map(roleName).join(', ')}>{rolesInShort(roles)}</span>;
  const status = <DelegationStatus status={delegation.status} terminatedBy={delegation.terminatedBy} />;
  const since = (
    <time dateTime={delegation.activatedAt} title={exactTime(delegation.activatedAt)}>
      {shortDate(delegation.activatedAt)}
    </time>
  );
  const used = <LastActivity delegation={delegation} />;

  return (
    <TableRow
      className={styles.row}
      onClick={(event: MouseEvent) => {
        if (event.target instanceof Element && event.target.closest('a, button')) return;
        onOpen(customer.id);
      }}
    >
      <TableCell className={styles.cell}>
        <div className={styles.stack}>
          <TextLink
            to="/partner/customers/$organizationId"
            params={{ organizationId: customer.id }}
            preload={false}
            className={styles.name}
          >
            {customer.displayName}
          </TextLink>
          {layout !== 'wide' && <span className={styles.small}>{rolesText}</span>}
          {layout === 'phone' && (
            <>
              <span className={styles.line}>
                {status}
                <Text size={200}>
                  Until <UntilDate at={delegation.expiresAt} />
                </Text>
              </span>
              <span className={styles.small}>
                Since {since} · Last activity: {used}
              </span>
            </>
          )}
        </div>
      </TableCell>
      {layout === 'wide' && <TableCell className={styles.cell}>{rolesText}</TableCell>}
      {layout !== 'phone' && (
        <>
          <TableCell className={styles.cell}>{status}</TableCell>
          <TableCell className={styles.cell}>{since}</TableCell>
          <TableCell className={styles.cell}>
            <UntilDate at={delegation.expiresAt} />
          </TableCell>
          <TableCell className={styles.cell}>{used}</TableCell>
        </>
      )}
    </TableRow>
  );
}
