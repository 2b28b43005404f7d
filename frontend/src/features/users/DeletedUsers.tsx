import {
  Button,
  Checkbox,
  makeStyles,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  ToolbarButton,
  tokens,
} from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowUndoRegular } from '@fluentui/react-icons/svg/arrow-undo';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import { startTransition, useCallback, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { DeletedUsers_organization$key } from '../../__generated__/DeletedUsers_organization.graphql';
import type { DeletedUsersListQuery } from '../../__generated__/DeletedUsersListQuery.graphql';
import { CommandBar } from '../../components/CommandBar';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { SearchField } from '../../components/SearchField';
import { WindowedRows } from '../../components/WindowedRows';
import { phone, useMediaQuery } from '../../lib/useMediaQuery';
import { ActionMessage } from './ActionMessage';
import { DeletedUserRow } from './DeletedUserRow';
import { UserActions } from './UserActions';
import { toggled } from './UserList';
import { sortBy, sortOf, type UserSortField } from './userSearch';
import { useUserActions } from './useUserActions';

const pageSize = 20;
const nextSize = 100;

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
  table: { width: '100%', tableLayout: 'auto' },
  head: { color: tokens.colorNeutralForeground2 },
  check: { width: '44px', padding: 0 },
});

/** The list of deleted users, and the way to bring them back. */
export function DeletedUsers(props: {
  organization: DeletedUsers_organization$key;
  search: string | undefined;
  sort: string | undefined;
  stale: boolean;
  onSearch: (change: { search?: string | undefined; sort?: string | undefined }) => void;
}) {
  const { search, stale, onSearch } = props;
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    DeletedUsersListQuery,
    DeletedUsers_organization$key
  >(
    graphql`
      fragment DeletedUsers_organization on Organization
      @refetchable(queryName: "DeletedUsersListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        search: { type: "String" }
        orderBy: { type: "UserOrder" }
      ) {
        id
        users(first: $count, after: $cursor, search: $search, filter: { deleted: true }, orderBy: $orderBy)
          @connection(key: "DeletedUsers_users") {
          totalCount
          edges {
            node {
              id
              displayName
              deletedAt
              viewerCanRestore
              ...DeletedUserRow_user
            }
          }
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  // Who was just restored is known before the list is read again.
  const rows = data.users.edges.flatMap((edge) => (edge?.node?.deletedAt ? [edge.node] : []));
  const readAgain = () =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(rows.length, pageSize), 100) }, { fetchPolicy: 'store-and-network' });
    });

  // Who scrolled far keeps the place: what was done is in the answers already.
  const readFew = () => rows.length <= 100 && readAgain();
  const total = data.users.totalCount - (data.users.edges.length - rows.length);

  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter((row) => marked.has(row.id));
  const canRestore = selected.some((row) => row.viewerCanRestore);
  const actions = useUserActions({ onChange: readFew, onDone: () => setMarked(new Set()) });
  const all = rows.length > 0 && selected.length === rows.length;
  const toggle = useCallback((id: string) => setMarked((now) => toggled(now, id)), []);

  const sort = sortOf(props.sort);
  const column = (label: string, field: UserSortField) => (
    <TableHeaderCell
      sortable
      {...(sort.field === field
        ? { sortDirection: sort.direction === 'ASC' ? ('ascending' as const) : ('descending' as const) }
        : {})}
      onClick={() => onSearch({ sort: sortBy(field, sort) })}
    >
      {label}
    </TableHeaderCell>
  );

  return (
    <>
      <CommandBar
        far={
          <SearchField
            label="Search deleted users"
            value={search ?? ''}
            onSearch={(text) => onSearch({ search: text || undefined })}
          />
        }
      >
        {selected.length > 0 ? (
          <>
            <ToolbarButton
              icon={<ArrowUndoRegular />}
              disabledFocusable={!canRestore}
              onClick={() => canRestore && actions.begin('restore', selected)}
              {...(canRestore ? {} : { title: 'You may not restore any of those selected' })}
            >
              Restore
            </ToolbarButton>
            <ToolbarButton icon={<DismissRegular />} onClick={() => setMarked(new Set())}>
              {selected.length} selected
            </ToolbarButton>
          </>
        ) : (
          <ToolbarButton icon={<ArrowClockwiseRegular />} onClick={readAgain}>
            Refresh
          </ToolbarButton>
        )}
      </CommandBar>
      <ActionMessage actions={actions} />
      <UserActions actions={actions} organizationId={data.id} assignable={[]} />
      <div className={stale ? styles.stale : undefined} aria-busy={stale}>
        {rows.length === 0 && search && (
          <EmptyState
            title="No deleted user fits"
            icon={<PersonDeleteRegular />}
            action={<Button onClick={() => onSearch({ search: undefined })}>Clear search</Button>}
          >
            None of the deleted users fits the search.
          </EmptyState>
        )}
        {rows.length === 0 && !search && (
          <EmptyState title="There are no deleted users" icon={<PersonDeleteRegular />}>
            Who is deleted stands here for 30 days, and can be restored until then.
          </EmptyState>
        )}
        {rows.length > 0 && (
          <>
            <Table className={styles.table} aria-label="Deleted users" aria-rowcount={total + 1}>
              <TableHeader className={styles.head}>
                <TableRow>
                  <TableHeaderCell className={styles.check}>
                    <Checkbox
                      aria-label="Select all"
                      checked={all ? true : selected.length > 0 ? 'mixed' : false}
                      onChange={() => setMarked(new Set(all ? [] : rows.map((row) => row.id)))}
                    />
                  </TableHeaderCell>
                  {column('Name', 'DISPLAY_NAME')}
                  {!isPhone && (
                    <>
                      {column('User name', 'USER_NAME')}
                      <TableHeaderCell>Deleted</TableHeaderCell>
                      <TableHeaderCell>Restorable until</TableHeaderCell>
                    </>
                  )}
                </TableRow>
              </TableHeader>
              <TableBody>
                <WindowedRows rows={rows} height={57}>
                  {(row, place) => (
                    <DeletedUserRow
                      key={row.id}
                      user={row}
                      phone={isPhone}
                      selected={marked.has(row.id)}
                      {...place}
                      onSelect={toggle}
                    />
                  )}
                </WindowedRows>
              </TableBody>
            </Table>
            <ListFoot
              shown={rows.length}
              total={total}
              hasMore={hasNext}
              loading={isLoadingNext}
              onMore={() => loadNext(nextSize)}
            />
          </>
        )}
      </div>
    </>
  );
}
