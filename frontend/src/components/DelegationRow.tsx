import { makeStyles, mergeClasses, TableCell, TableRow, Text, tokens } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { DelegationRow_delegation$key } from '../__generated__/DelegationRow_delegation.graphql';
import { exactTime, shortDate } from '../lib/time';
import { DelegationStatus } from './DelegationStatus';
import { LastActivity } from './LastActivity';
import { UntilDate } from './UntilDate';

export type Layout = 'wide' | 'narrow' | 'phone';

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  cell: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, height: '56px' },
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/**
 * A delegation in a list, from either side: `name` is the other side, `roles` what can be done by it. Columns that don't fit
 * stand in further lines under the name.
 */
export function DelegationRow(props: {
  delegation: DelegationRow_delegation$key;
  layout: Layout;
  name: ReactNode;
  roles: ReactNode;
  /** A cell before all others. */
  check?: ReactNode;
  selected?: boolean;
  onOpen: () => void;
}) {
  const { layout, name, roles, check, selected = false, onOpen } = props;
  const delegation = useFragment(
    graphql`
      fragment DelegationRow_delegation on Delegation {
        status
        terminatedBy
        terminatedAt
        activatedAt
        expiresAt
        ...LastActivity_delegation
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  const over = delegation.status === 'EXPIRED' || delegation.status === 'TERMINATED';
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
      {check}
      <TableCell className={styles.cell}>
        <div className={styles.stack}>
          {name}
          {layout !== 'wide' && <span className={mergeClasses(styles.small, styles.line)}>{roles}</span>}
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
      {layout === 'wide' && (
        <TableCell className={styles.cell}>
          <div className={styles.stack}>{roles}</div>
        </TableCell>
      )}
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
