import { Checkbox, makeStyles, TableCell, TableRow, Text, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { DelegatedAdminRow_delegation$key } from '../../__generated__/DelegatedAdminRow_delegation.graphql';
import { DelegationStatus } from '../../components/DelegationStatus';
import { LastActivity } from '../../components/LastActivity';
import { TextLink } from '../../components/TextLink';
import { UntilDate } from '../../components/UntilDate';
import { roleName, rolesInShort, sortRoles } from '../../lib/roles';
import { exactTime, shortDate } from '../../lib/time';

export type Layout = 'wide' | 'narrow' | 'phone';

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  check: { width: '44px', padding: 0 },
  cell: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, height: '56px' },
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  roles: { overflowWrap: 'anywhere' },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One delegated admin in the list. Columns that don't fit stand in further lines under the name. */
export function DelegatedAdminRow(props: {
  delegation: DelegatedAdminRow_delegation$key;
  layout: Layout;
  selected: boolean;
  onSelect: () => void;
  onOpen: () => void;
}) {
  const { layout, selected, onSelect, onOpen } = props;
  const delegation = useFragment(
    graphql`
      fragment DelegatedAdminRow_delegation on Delegation {
        id
        status
        terminatedBy
        terminatedAt
        roles
        activatedAt
        expiresAt
        ...LastActivity_delegation
        partner {
          name
          domain
        }
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  const { partner, roles } = delegation;
  const over = delegation.status === 'EXPIRED' || delegation.status === 'TERMINATED';

  const rolesText = (
    <span className={styles.roles} title={sortRoles(roles).map(roleName).join(', ')}>
      {rolesInShort(roles)}
    </span>
  );
  const status = <DelegationStatus status={delegation.status} terminatedBy={delegation.terminatedBy} />;
  const since = (
    <time dateTime={delegation.activatedAt} title={exactTime(delegation.activatedAt)}>
      {shortDate(delegation.activatedAt)}
    </time>
  );
  const until = <UntilDate at={delegation.terminatedAt ?? delegation.expiresAt} over={over} />;
  const used = <LastActivity delegation={delegation} />;

  const openUnlessSelecting = (event: MouseEvent) => {
    // What can be clicked by itself, such as the checkbox and the link, does its own.
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
    onOpen();
  };

  return (
    <TableRow className={styles.row} appearance={selected ? 'brand' : 'none'} onClick={openUnlessSelecting}>
      <TableCell className={styles.check}>
        <Checkbox checked={selected} aria-label={`Select ${partner.name}`} onChange={onSelect} />
      </TableCell>
      <TableCell className={styles.cell}>
        <div className={styles.stack}>
          <TextLink
            to="/support/delegated-admins"
            search={(now: object) => ({ ...now, admin: delegation.id, tab: undefined })}
            className={styles.name}
          >
            {partner.name}
          </TextLink>
          <span className={styles.small}>{partner.domain ?? 'No verified domain'}</span>
          {layout !== 'wide' && <span className={styles.small}>{rolesText}</span>}
          {layout === 'phone' && (
            <>
              <span className={styles.line}>
                {status}
                <Text size={200}>
                  {over ? 'Ended' : 'Until'} {until}
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
          <TableCell className={styles.cell}>{until}</TableCell>
          <TableCell className={styles.cell}>{used}</TableCell>
        </>
      )}
    </TableRow>
  );
}
