import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { PersonSupportRegular } from '@fluentui/react-icons/svg/person-support';
import { type ReactNode, Suspense, startTransition, useEffect, useRef, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { DelegatedAdmins_query$key } from '../../__generated__/DelegatedAdmins_query.graphql';
import type { DelegatedAdminsListQuery } from '../../__generated__/DelegatedAdminsListQuery.graphql';
import { Choice } from '../../components/Choice';
import { CommandBar } from '../../components/CommandBar';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { useDelegationChanges } from '../../components/useDelegationChanges';
import { count, exactTime } from '../../lib/time';
import { phone, useMediaQuery } from '../../lib/useMediaQuery';
import { DelegatedAdminList } from './DelegatedAdminList';
import type { PanelTab } from './DelegationPanel';
import type { Chosen, Deleted } from './DeleteDelegatedAdmins';
import { type ListSearch, sortBy, sortChoices, sortOf, statusChoices } from './listState';

const DeleteDelegatedAdmins = lazily(async () => (await import('./DeleteDelegatedAdmins')).DeleteDelegatedAdmins);
const SelectionCommands = lazily(async () => (await import('./SelectionCommands')).SelectionCommands);

const pageSize = 20;

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
  message: { marginBottom: tokens.spacingVerticalM, ':focus': { outlineStyle: 'none' } },
  select: { minWidth: '136px' },
  phoneSelect: { minWidth: 0, flexGrow: 1, flexBasis: '136px' },
});

/** The list with its commands: search, filter, order, selection, Delete and Details. */
export function DelegatedAdmins(props: {
  query: DelegatedAdmins_query$key;
  search: ListSearch;
  /** What is shown is not yet what the address asks for. */
  stale: boolean;
  searchField: ReactNode;
  onSearch: (change: ListSearch) => void;
  onOpen: (id: string, tab?: PanelTab) => void;
  onIntent: () => void;
}) {
  const { search, stale, searchField, onSearch, onOpen, onIntent } = props;
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    DelegatedAdminsListQuery,
    DelegatedAdmins_query$key
  >(
    graphql`
      fragment DelegatedAdmins_query on Query
      @refetchable(queryName: "DelegatedAdminsListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        filter: { type: "DelegationFilter" }
        orderBy: { type: "DelegationOrder" }
      ) {
        delegatedAdmins(first: $count, after: $cursor, filter: $filter, orderBy: $orderBy)
          @connection(key: "DelegatedAdmins_delegatedAdmins") {
          totalCount
          edges {
            node {
              id
              version
              viewerCanDelete
              partner {
                name
              }
              ...DelegatedAdminRow_delegation
            }
          }
        }
      }
    `,
    props.query,
  );
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  const rows = data.delegatedAdmins.edges.flatMap((edge) => (edge?.node ? [edge.node] : []));

  const readAgain = () =>
    startTransition(() => {
      const shown = Math.min(Math.max(rows.length, pageSize), 100);
      refetch({ count: shown }, { fetchPolicy: 'store-and-network' });
    });
  useDelegationChanges(readAgain);

  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter((row) => marked.has(row.id)); // who left the list left the selection
  const selectedIds = new Set(selected.map((row) => row.id));
  const canDelete = selected.length > 0 && selected.every((row) => row.viewerCanDelete);

  const [chosen, setChosen] = useState<readonly Chosen[]>([]);
  const [deleted, setDeleted] = useState<readonly Deleted[]>([]);
  const deleteButton = useRef<HTMLButtonElement>(null);
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (deleted.length === 0) return;
    const timer = setTimeout(() => message.current?.focus(), 50); // after the dialog has given the focus back
    return () => clearTimeout(timer);
  }, [deleted]);

  const closed = (gone: readonly Deleted[]) => {
    setChosen([]);
    if (gone.length > 0) {
      setDeleted(gone);
      setMarked(new Set([...marked].filter((id) => !gone.some((one) => one.id === id))));
    } else setTimeout(() => deleteButton.current?.focus(), 50);
    readAgain();
  };

  const filtered = Boolean(search.search) || Boolean(search.status);
  const sort = sortOf(search.sort);
  const select = mergeClasses(styles.select, isPhone && styles.phoneSelect);

  return (
    <>
      <CommandBar
        far={
          <>
            {searchField}
            <Choice
              label="Status"
              className={select}
              choices={statusChoices}
              value={search.status}
              onChoose={(status) => onSearch({ status })}
            />
            {isPhone && (
              <Choice
                label="Order"
                className={select}
                choices={sortChoices}
                value={search.sort}
                onChoose={(order) => onSearch({ sort: order })}
              />
            )}
          </>
        }
      >
        {selected.length > 0 && (
          <Suspense fallback={null}>
            <SelectionCommands
              count={selected.length}
              canDelete={canDelete}
              deleteButton={deleteButton}
              onDelete={() =>
                setChosen(selected.map(({ id, version, partner }) => ({ id, version, name: partner.name })))
              }
              onDetails={() => onOpen(selected[0]?.id ?? '')}
              onClear={() => setMarked(new Set())}
            />
          </Suspense>
        )}
      </CommandBar>
      {deleted.length > 0 && (
        <div ref={message} tabIndex={-1} className={styles.message}>
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>{tookEffect(deleted)}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  appearance="transparent"
                  aria-label="Dismiss"
                  icon={<DismissRegular />}
                  onClick={() => setDeleted([])}
                />
              }
            >
              {deleted.map(({ id, name }) => (
                <Button
                  key={id}
                  size="small"
                  onPointerEnter={onIntent}
                  onFocus={onIntent}
                  onClick={() => onOpen(id, 'behind')}
                >
                  {deleted.length === 1 ? 'What stays behind' : `What ${name} leaves behind`}
                </Button>
              ))}
            </MessageBarActions>
          </MessageBar>
        </div>
      )}
      <div className={stale ? styles.stale : undefined} aria-busy={stale}>
        {rows.length === 0 ? (
          <Nothing filtered={filtered} onClear={() => onSearch({ search: undefined, status: undefined })} />
        ) : (
          <>
            <DelegatedAdminList
              rows={rows}
              sort={sort}
              onSort={(field) => onSearch({ sort: sortBy(field, sort) })}
              selected={selectedIds}
              onSelect={setMarked}
              onOpen={onOpen}
              onIntent={() => {
                SelectionCommands.preload();
                onIntent();
              }}
            />
            <ListFoot
              shown={rows.length}
              total={data.delegatedAdmins.totalCount}
              hasMore={hasNext}
              loading={isLoadingNext}
              onMore={() => loadNext(pageSize)}
            />
          </>
        )}
      </div>
      <Opened when={chosen.length > 0}>
        <DeleteDelegatedAdmins chosen={chosen} onProgress={readAgain} onClose={closed} />
      </Opened>
    </>
  );
}

function Nothing(props: { filtered: boolean; onClear: () => void }) {
  if (props.filtered) {
    return (
      <EmptyState
        title="No delegated admin fits"
        icon={<PersonSupportRegular />}
        action={<Button onClick={props.onClear}>Clear search and filter</Button>}
      >
        None of your delegated admins fits the search and the filter.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="There are no delegated administrators associated with your account."
      icon={<PersonSupportRegular />}
    >
      A partner starts by sending you an offer.
    </EmptyState>
  );
}

function tookEffect(deleted: readonly Deleted[]): string {
  const last = deleted.at(-1);
  if (!last) return '';
  if (deleted.length === 1) {
    return `${last.name} was deleted as a delegated admin. It took effect on ${exactTime(last.at)}. This can’t be undone.`;
  }
  const names = deleted.map(({ name }) => name).join(', ');
  return `${count(deleted.length, 'delegated admin')} were deleted: ${names}. The last deletion took effect on ${exactTime(last.at)}. This can’t be undone.`;
}
