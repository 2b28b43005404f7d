import { Checkbox, makeStyles, TableCell, TableRow, tokens } from '@fluentui/react-components';
import { type MouseEvent, memo } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { UserRow_user$key } from '../../__generated__/UserRow_user.graphql';
import { TextLink } from '../../components/TextLink';
import { type Place, windowed } from '../../components/WindowedRows';
import { roleName, rolesInShort, sortRoles } from '../../lib/roles';
import { exactTime, shortDate } from '../../lib/time';
import { SignInBadge } from './SignInBadge';
import { UserBadges } from './UserBadges';

export type Layout = 'wide' | 'narrow' | 'phone';

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  check: { width: '44px', padding: 0 },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    height: '40px',
    overflowWrap: 'anywhere',
  },
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One user in the list. Columns that don't fit stand in further lines under the name. */
export const UserRow = memo(function UserRow(props: {
  user: UserRow_user$key;
  layout: Layout;
  selected: boolean;
  index?: number | undefined;
  measure?: Place['measure'] | undefined;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}) {
  const { layout, selected, index, measure, onSelect, onOpen } = props;
  const user = useFragment(
    graphql`
      fragment UserRow_user on User {
        id
        displayName
        userName
        enabled
        roles
        createdAt
        deletedAt
        viewerCanSetEnabled
        viewerCanDelete
        viewerCanResetPassword
        viewerCanAssignRoles
        ...UserBadges_user
      }
    `,
    props.user,
  );
  const styles = useStyles();
  const roles = <span title={sortRoles(user.roles).map(roleName).join(', ')}>{rolesInShort(user.roles)}</span>;
  const created = (
    <time dateTime={user.createdAt} title={exactTime(user.createdAt)}>
      {shortDate(user.createdAt)}
    </time>
  );
  const openUnlessSelecting = (event: MouseEvent) => {
    // What can be clicked by itself, such as the checkbox and the link, does its own.
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
    onOpen(user.id);
  };

  return (
    <TableRow
      className={styles.row}
      appearance={selected ? 'brand' : 'none'}
      onClick={openUnlessSelecting}
      {...windowed(index, measure)}
    >
      <TableCell className={styles.check}>
        <Checkbox checked={selected} aria-label={`Select ${user.displayName}`} onChange={() => onSelect(user.id)} />
      </TableCell>
      <TableCell className={styles.cell}>
        <div className={styles.stack}>
          <span className={styles.line}>
            <TextLink
              to="."
              search={((now: object) => ({ ...now, user: user.id, tab: undefined })) as never}
              className={styles.name}
            >
              {user.displayName}
            </TextLink>
            <UserBadges user={user} />
          </span>
          {layout !== 'wide' && <span className={styles.small}>{user.userName}</span>}
          {layout !== 'wide' && user.roles.length > 0 && <span className={styles.small}>{roles}</span>}
          {layout === 'phone' && (
            <span className={styles.line}>
              <SignInBadge enabled={user.enabled} />
              <span className={styles.small}>Created {created}</span>
            </span>
          )}
        </div>
      </TableCell>
      {layout === 'wide' && (
        <>
          <TableCell className={styles.cell}>{user.userName}</TableCell>
          <TableCell className={styles.cell}>{roles}</TableCell>
        </>
      )}
      {layout !== 'phone' && (
        <>
          <TableCell className={styles.cell}>
            <SignInBadge enabled={user.enabled} />
          </TableCell>
          <TableCell className={styles.cell}>{created}</TableCell>
        </>
      )}
    </TableRow>
  );
});
