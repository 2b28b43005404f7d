import { Checkbox, makeStyles, TableCell, TableRow, tokens } from '@fluentui/react-components';
import type { MouseEvent } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { GroupRow_group$key } from '../../__generated__/GroupRow_group.graphql';
import { TextLink } from '../../components/TextLink';
import { roleName, rolesInShort, sortRoles } from '../../lib/roles';
import { count } from '../../lib/time';

const useStyles = makeStyles({
  row: { cursor: 'pointer' },
  check: { width: '44px', padding: 0 },
  cell: { padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`, height: '56px' },
  stack: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  name: { fontWeight: tokens.fontWeightSemibold, alignSelf: 'flex-start' },
  small: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});

/** One group in the list. On phones its columns stand in further lines under the name. */
export function GroupRow(props: {
  group: GroupRow_group$key;
  phone: boolean;
  selected: boolean;
  /** Undefined where groups can't be selected. */
  onSelect: (() => void) | undefined;
  onOpen: () => void;
}) {
  const { phone, selected, onSelect, onOpen } = props;
  const { id, name, description, defaultRoles, members } = useFragment(
    graphql`
      fragment GroupRow_group on Group {
        id
        name
        description
        defaultRoles
        members(first: 1) {
          totalCount
        }
      }
    `,
    props.group,
  );
  const styles = useStyles();
  const roles =
    defaultRoles.length === 0 ? (
      'none'
    ) : (
      <span title={sortRoles(defaultRoles).map(roleName).join(', ')}>{rolesInShort(defaultRoles)}</span>
    );
  const openUnlessSelecting = (event: MouseEvent) => {
    if (event.target instanceof Element && event.target.closest('a, button, input, label')) return;
    onOpen();
  };
  return (
    <TableRow className={styles.row} appearance={selected ? 'brand' : 'none'} onClick={openUnlessSelecting}>
      {onSelect && (
        <TableCell className={styles.check}>
          <Checkbox checked={selected} aria-label={`Select ${name}`} onChange={onSelect} />
        </TableCell>
      )}
      <TableCell className={styles.cell}>
        <div className={styles.stack}>
          <TextLink
            to="/groups"
            search={(now: object) => ({ ...now, group: id, tab: undefined })}
            className={styles.name}
          >
            {name}
          </TextLink>
          {description && <span className={styles.small}>{description}</span>}
          {phone && (
            <span className={styles.small}>
              {count(members.totalCount, 'person', 'people')} · Default roles: {roles}
            </span>
          )}
        </div>
      </TableCell>
      {!phone && (
        <>
          <TableCell className={styles.cell}>{members.totalCount.toLocaleString('en')}</TableCell>
          <TableCell className={styles.cell}>{roles}</TableCell>
        </>
      )}
    </TableRow>
  );
}
