import {
  Checkbox,
  makeStyles,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { type Dispatch, type SetStateAction, useCallback } from 'react';
import type { UserRow_user$key } from '../../__generated__/UserRow_user.graphql';
import { WindowedRows } from '../../components/WindowedRows';
import { narrow, phone, useMediaQuery } from '../../lib/useMediaQuery';
import { type Layout, UserRow } from './UserRow';
import type { UserSort, UserSortField } from './userSearch';

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'auto' },
  head: { color: tokens.colorNeutralForeground2 },
  check: { width: '44px', padding: 0 },
});

type Row = { readonly id: string } & UserRow_user$key;

/** The users as a table; on phones each one is a few lines. */
export function UserList(props: {
  rows: readonly Row[];
  total: number;
  sort: UserSort;
  onSort: (field: UserSortField) => void;
  selected: ReadonlySet<string>;
  /** Gets the next selection, or what makes it of the present one. Stays the same, as `onOpen` does: there may be many rows. */
  onSelect: Dispatch<SetStateAction<ReadonlySet<string>>>;
  onOpen: (id: string) => void;
  /** Somebody is about to open or select one. */
  onIntent: () => void;
}) {
  const { rows, total, sort, onSort, selected, onSelect, onOpen, onIntent } = props;
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  const isNarrow = useMediaQuery(narrow);
  const layout: Layout = isPhone ? 'phone' : isNarrow ? 'narrow' : 'wide';

  const all = rows.length > 0 && rows.every((row) => selected.has(row.id));
  const some = rows.some((row) => selected.has(row.id));
  const toggle = useCallback((id: string) => onSelect((now) => toggled(now, id)), [onSelect]);
  const column = (label: string, field: UserSortField) => (
    <TableHeaderCell
      sortable
      {...(sort.field === field
        ? { sortDirection: sort.direction === 'ASC' ? ('ascending' as const) : ('descending' as const) }
        : {})}
      onClick={() => onSort(field)}
    >
      {label}
    </TableHeaderCell>
  );

  return (
    <Table
      className={styles.table}
      aria-label="Active users"
      aria-rowcount={total + 1}
      onPointerEnter={onIntent}
      onFocus={onIntent}
    >
      <TableHeader className={styles.head}>
        <TableRow>
          <TableHeaderCell className={styles.check}>
            <Checkbox
              aria-label="Select all"
              checked={all ? true : some ? 'mixed' : false}
              onChange={() => onSelect(new Set(all ? [] : rows.map((row) => row.id)))}
            />
          </TableHeaderCell>
          {column('Name', 'DISPLAY_NAME')}
          {layout === 'wide' && (
            <>
              {column('User name', 'USER_NAME')}
              <TableHeaderCell>Roles</TableHeaderCell>
            </>
          )}
          {layout !== 'phone' && (
            <>
              <TableHeaderCell>Sign-in</TableHeaderCell>
              {column('Created', 'CREATED_AT')}
            </>
          )}
        </TableRow>
      </TableHeader>
      <TableBody>
        <WindowedRows rows={rows} height={57}>
          {(row, place) => (
            <UserRow
              key={row.id}
              user={row}
              layout={layout}
              selected={selected.has(row.id)}
              {...place}
              onSelect={toggle}
              onOpen={onOpen}
            />
          )}
        </WindowedRows>
      </TableBody>
    </Table>
  );
}

/** The selection with this one in it, or without when it was. */
export function toggled(selected: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(selected);
  if (!next.delete(id)) next.add(id);
  return next;
}
