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
import { AddRegular } from '@fluentui/react-icons/svg/add';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community';
import { type ReactNode, startTransition, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { GroupList_viewer$key } from '../../__generated__/GroupList_viewer.graphql';
import type { GroupListListQuery } from '../../__generated__/GroupListListQuery.graphql';
import { CommandBar } from '../../components/CommandBar';
import type { Item } from '../../components/EachDialog';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { useToast } from '../../components/Toasts';
import { phone, useMediaQuery } from '../../lib/useMediaQuery';
import { GroupRow } from './GroupRow';

const NewGroupDialog = lazily(async () => (await import('./NewGroupDialog')).NewGroupDialog);
const DeleteGroups = lazily(async () => (await import('./DeleteGroups')).DeleteGroups);

const pageSize = 20;

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
  table: { width: '100%', tableLayout: 'auto' },
  head: { color: tokens.colorNeutralForeground2 },
  check: { width: '44px', padding: 0 },
  people: { width: '96px' },
});

/** The list of groups with its commands: New group, search, selection, Delete. */
export function GroupList(props: {
  viewer: GroupList_viewer$key;
  searched: boolean;
  /** What is shown is not yet what the address asks for. */
  stale: boolean;
  searchField: ReactNode;
  onClear: () => void;
  /** Somebody is about to open one. */
  onIntent: () => void;
  onOpen: (id: string, tab?: string) => void;
}) {
  const { searched, stale, searchField, onClear, onIntent, onOpen } = props;
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    GroupListListQuery,
    GroupList_viewer$key
  >(
    graphql`
      fragment GroupList_viewer on Viewer
      @refetchable(queryName: "GroupListListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        search: { type: "String" }
      ) {
        canManageGroups
        groups(first: $count, after: $cursor, search: $search) @connection(key: "GroupList_groups") {
          totalCount
          edges {
            node {
              id
              name
              ...GroupRow_group
            }
          }
        }
      }
    `,
    props.viewer,
  );
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  const tell = useToast();
  const rows = data.groups.edges.flatMap((edge) => (edge?.node ? [edge.node] : []));
  const canManage = data.canManageGroups;
  const readAgain = () =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(rows.length, pageSize), 100) }, { fetchPolicy: 'store-and-network' });
    });

  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter((row) => marked.has(row.id)); // who left the list left the selection
  const all = rows.length > 0 && selected.length === rows.length;
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  const [creating, setCreating] = useState(false);
  const [chosen, setChosen] = useState<readonly Item[]>([]);

  const created = (id?: string) => {
    setCreating(false);
    if (!id) return;
    readAgain();
    onOpen(id, 'members');
  };
  const deleted = (gone: readonly Item[]) => {
    setChosen([]);
    setMarked(new Set());
    if (gone.length > 0)
      tell(gone.length === 1 ? `${gone[0]?.name} was deleted` : `${gone.length} groups were deleted`);
    setTimeout(() => document.querySelector<HTMLElement>('main h1')?.focus(), 50);
  };

  return (
    <>
      <CommandBar far={searchField}>
        {canManage && (
          <ToolbarButton
            icon={<AddRegular />}
            appearance="primary"
            onPointerEnter={NewGroupDialog.preload}
            onFocus={NewGroupDialog.preload}
            onClick={() => setCreating(true)}
          >
            New group
          </ToolbarButton>
        )}
        {selected.length > 0 && (
          <>
            <ToolbarButton icon={<DeleteRegular />} onClick={() => setChosen(selected)}>
              Delete
            </ToolbarButton>
            <ToolbarButton icon={<DismissRegular />} onClick={() => setMarked(new Set())}>
              {selected.length} selected
            </ToolbarButton>
          </>
        )}
      </CommandBar>
      <div className={stale ? styles.stale : undefined} aria-busy={stale}>
        {rows.length === 0 ? (
          <Nothing searched={searched} onClear={onClear} />
        ) : (
          <>
            <Table className={styles.table} aria-label="Groups" onPointerEnter={onIntent} onFocus={onIntent}>
              <TableHeader className={styles.head}>
                <TableRow>
                  {canManage && (
                    <TableHeaderCell className={styles.check}>
                      <Checkbox
                        aria-label="Select all"
                        checked={all ? true : selected.length > 0 ? 'mixed' : false}
                        onChange={() => setMarked(new Set(all ? [] : rows.map((row) => row.id)))}
                      />
                    </TableHeaderCell>
                  )}
                  <TableHeaderCell>Name</TableHeaderCell>
                  {!isPhone && (
                    <>
                      <TableHeaderCell className={styles.people}>People</TableHeaderCell>
                      <TableHeaderCell>Default roles</TableHeaderCell>
                    </>
                  )}
                </TableRow>
              </TableHeader>
              <TableBody>
                {rows.map((row) => (
                  <GroupRow
                    key={row.id}
                    group={row}
                    phone={isPhone}
                    selected={marked.has(row.id)}
                    onSelect={canManage ? () => toggle(row.id) : undefined}
                    onOpen={() => onOpen(row.id)}
                  />
                ))}
              </TableBody>
            </Table>
            <ListFoot
              shown={rows.length}
              total={data.groups.totalCount - (data.groups.edges.length - rows.length)}
              hasMore={hasNext}
              loading={isLoadingNext}
              onMore={() => loadNext(pageSize)}
            />
          </>
        )}
      </div>
      <Opened when={creating}>
        <NewGroupDialog open={creating} onClose={created} />
      </Opened>
      <Opened when={chosen.length > 0}>
        <DeleteGroups chosen={chosen} onProgress={readAgain} onClose={deleted} />
      </Opened>
    </>
  );
}

function Nothing(props: { searched: boolean; onClear: () => void }) {
  if (props.searched) {
    return (
      <EmptyState
        title="No group fits"
        icon={<PeopleCommunityRegular />}
        action={<Button onClick={props.onClear}>Clear search</Button>}
      >
        None of your groups fits the search.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="There are no groups" icon={<PeopleCommunityRegular />}>
      A Global Administrator of your organization creates them.
    </EmptyState>
  );
}
