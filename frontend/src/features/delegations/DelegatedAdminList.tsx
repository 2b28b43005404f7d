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
import type { DelegatedAdminRow_delegation$key } from '../../__generated__/DelegatedAdminRow_delegation.graphql';
import type { Layout } from '../../components/DelegationRow';
import { narrow, phone, useMediaQuery } from '../../lib/useMediaQuery';
import { DelegatedAdminRow } from './DelegatedAdminRow';
import type { Sort, SortField } from './listState';

const useStyles = makeStyles({
  table: { width: '100%', tableLayout: 'auto' },
  head: { color: tokens.colorNeutralForeground2 },
  check: { width: '44px', padding: 0 },
});

type Row = { readonly id: string } & DelegatedAdminRow_delegation$key;

/** The delegated admins as a table; on phones each one is a few lines. */
export function DelegatedAdminList(props: {
  rows: readonly Row[];
  sort: Sort;
  onSort: (field: SortField) => void;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onOpen: (id: string) => void;
  /** Somebody is about to open or select one. */
  onIntent: () => void;
}) {
  const { rows, sort, onSort, selected, onSelect, onOpen, onIntent } = props;
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  const isNarrow = useMediaQuery(narrow);
  const layout: Layout = isPhone ? 'phone' : isNarrow ? 'narrow' : 'wide';

  const all = rows.length > 0 && rows.every((row) => selected.has(row.id));
  const some = rows.some((row) => selected.has(row.id));
  const toggle = (id: string) => {
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    onSelect(next);
  };
  const column = (label: string, field: SortField) => (
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
    <Table className={styles.table} aria-label="Delegated admins" onPointerEnter={onIntent} onFocus={onIntent}>
      <TableHeader className={styles.head}>
        <TableRow>
          <TableHeaderCell className={styles.check}>
            <Checkbox
              aria-label="Select all"
              checked={all ? true : some ? 'mixed' : false}
              onChange={() => onSelect(new Set(all ? [] : rows.map((row) => row.id)))}
            />
          </TableHeaderCell>
          {column('Partner', 'PARTNER_NAME')}
          {layout === 'wide' && <TableHeaderCell>Roles</TableHeaderCell>}
          {layout !== 'phone' && (
            <>
              <TableHeaderCell>Status</TableHeaderCell>
              {column('Since', 'ACTIVATED_AT')}
              {column('Until', 'EXPIRES_AT')}
              <TableHeaderCell>Last activity</TableHeaderCell>
            </>
          )}
        </TableRow>
      </TableHeader>
      <TableBody>
        {rows.map((row) => (
          <DelegatedAdminRow
            key={row.id}
            delegation={row}
            layout={layout}
            selected={selected.has(row.id)}
            onSelect={() => toggle(row.id)}
            onOpen={() => onOpen(row.id)}
          />
        ))}
      </TableBody>
    </Table>
  );
}
