import { Checkbox, makeStyles, TableCell, TableRow, tokens } from '@fluentui/react-components';
import { memo } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { DeletedUserRow_user$key } from '../../__generated__/DeletedUserRow_user.graphql';
import { RelativeTime } from '../../components/RelativeTime';
import { UntilDate } from '../../components/UntilDate';
import { type Place, windowed } from '../../components/WindowedRows';
import { UserBadges } from './UserBadges';

const useStyles = makeStyles({
  check: { width: '44px', padding: 0 },
  cell: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    height: '40px',
    overflowWrap: 'anywhere',
  },
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One deleted user: since when, and until when they can be restored. */
export const DeletedUserRow = memo(function DeletedUserRow(props: {
  user: DeletedUserRow_user$key;
  phone: boolean;
  selected: boolean;
  index?: number | undefined;
  measure?: Place['measure'] | undefined;
  onSelect: (id: string) => void;
}) {
  const { phone, selected, index, measure, onSelect } = props;
  const user = useFragment(
    graphql`
      fragment DeletedUserRow_user on User {
        id
        displayName
        userName
        deletedAt
        restorableUntil
        ...UserBadges_user
      }
    `,
    props.user,
  );
  const styles = useStyles();
  const deleted = user.deletedAt && <RelativeTime at={user.deletedAt} />;
  const until = user.restorableUntil && <UntilDate at={user.restorableUntil} />;
  return (
    <TableRow appearance={selected ? 'brand' : 'none'} {...windowed(index, measure)}>
      <TableCell className={styles.check}>
        <Checkbox checked={selected} aria-label={`Select ${user.displayName}`} onChange={() => onSelect(user.id)} />
      </TableCell>
      <TableCell className={styles.cell}>
        <div className={styles.stack}>
          <span className={styles.line}>
            <span className={styles.name}>{user.displayName}</span>
            <UserBadges user={user} />
          </span>
          {phone && (
            <>
              <span className={styles.small}>{user.userName}</span>
              <span className={styles.small}>
                Deleted {deleted} · restorable until {until}
              </span>
            </>
          )}
        </div>
      </TableCell>
      {!phone && (
        <>
          <TableCell className={styles.cell}>{user.userName}</TableCell>
          <TableCell className={styles.cell}>{deleted}</TableCell>
          <TableCell className={styles.cell}>{until}</TableCell>
        </>
      )}
    </TableRow>
  );
});
