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
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { GlobeRegular } from '@fluentui/react-icons/svg/globe';
import { startTransition, useRef, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { DomainList_organization$key } from '../../__generated__/DomainList_organization.graphql';
import type { DomainListListQuery } from '../../__generated__/DomainListListQuery.graphql';
import { Choice } from '../../components/Choice';
import { CommandBar } from '../../components/CommandBar';
import type { Item } from '../../components/EachDialog';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { SearchField } from '../../components/SearchField';
import { useToast } from '../../components/Toasts';
import { useAddress } from '../../components/useAddress';
import { phone, useMediaQuery } from '../../lib/useMediaQuery';
import { DomainRow } from './DomainRow';
import { type DomainSearch, isFiltered, statusChoices, unfiltered } from './domainSearch';

const AddDomain = lazily(async () => (await import('./AddDomain')).AddDomain);
const DomainPanel = lazily(async () => (await import('./DomainPanel')).DomainPanel);
const RemoveDomains = lazily(async () => (await import('./RemoveDomains')).RemoveDomains);

const pageSize = 20;

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
  table: { width: '100%', tableLayout: 'auto' },
  head: { color: tokens.colorNeutralForeground2 },
  check: { width: '44px', padding: 0 },
  users: { width: '96px' },
});

/** The domains of an organization with their commands, what narrows the list, and the panel about one. */
export function DomainList(props: {
  organization: DomainList_organization$key;
  /** What is shown is not yet what the address asks for. */
  stale: boolean;
}) {
  const { stale } = props;
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    DomainListListQuery,
    DomainList_organization$key
  >(
    graphql`
      fragment DomainList_organization on Organization
      @refetchable(queryName: "DomainListListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        search: { type: "String" }
        filter: { type: "DomainFilter" }
      ) {
        id
        viewerCanAddDomains
        domains(first: $count, after: $cursor, search: $search, filter: $filter)
          @connection(key: "DomainList_domains") {
          totalCount
          edges {
            node {
              id
              name
              ...DomainRow_domain
            }
          }
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  const tell = useToast();
  const { state, change, open } = useAddress();
  const rows = data.domains.edges.flatMap((edge) => (edge?.node ? [edge.node] : []));
  const canManage = data.viewerCanAddDomains;
  const filtered = isFiltered(state);
  const narrow = (part: DomainSearch) => change(part);
  const readAgain = () =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(rows.length, pageSize), 100) }, { fetchPolicy: 'store-and-network' });
    });

  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter((row) => marked.has(row.id)); // what left the list left the selection
  const all = rows.length > 0 && selected.length === rows.length;
  const toggle = (id: string) => {
    const next = new Set(marked);
    if (!next.delete(id)) next.add(id);
    setMarked(next);
  };
  const addButton = useRef<HTMLButtonElement>(null);
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<readonly Item[]>([]);

  const added = (id?: string) => {
    setAdding(false);
    if (!id) {
      setTimeout(() => addButton.current?.focus(), 50); // after the dialog has given it up
      return;
    }
    readAgain();
    open({ domain: id });
  };
  const removed = (gone: readonly Item[]) => {
    setChosen([]);
    setMarked(new Set());
    if (gone.length > 0)
      tell(gone.length === 1 ? `${gone[0]?.name} was removed` : `${gone.length} domains were removed`);
    if (gone.some(({ id }) => id === state.domain)) return change({ domain: undefined });
    const next = state.domain === undefined ? 'main h1' : '[role=dialog] button';
    setTimeout(() => document.querySelector<HTMLElement>(next)?.focus(), 50);
  };

  return (
    <>
      <CommandBar
        far={
          <>
            <SearchField
              label="Search domains"
              value={state.search ?? ''}
              onSearch={(text) => narrow({ search: text || undefined })}
            />
            <Choice
              label="Status"
              choices={statusChoices}
              value={state.status}
              onChoose={(status) => narrow({ status })}
            />
            {filtered && <Button onClick={() => narrow(unfiltered)}>Clear filters</Button>}
          </>
        }
      >
        {canManage && (
          <ToolbarButton
            ref={addButton}
            icon={<AddRegular />}
            appearance="primary"
            onPointerEnter={AddDomain.preload}
            onFocus={AddDomain.preload}
            onClick={() => setAdding(true)}
          >
            Add domain
          </ToolbarButton>
        )}
        {selected.length > 0 ? (
          <>
            <ToolbarButton icon={<DeleteRegular />} onClick={() => setChosen(selected)}>
              Remove
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
      {rows.length === 0 ? (
        <EmptyState title={filtered ? 'No domain fits' : 'There are no domains'} icon={<GlobeRegular />}>
          {filtered
            ? 'None of the domains fits the search and the filter.'
            : 'Who may manage domains adds one, and proves with a DNS record that it belongs to the organization.'}
        </EmptyState>
      ) : (
        <div className={stale ? styles.stale : undefined} aria-busy={stale}>
          <Table
            className={styles.table}
            aria-label="Domains"
            onPointerEnter={DomainPanel.preload}
            onFocus={DomainPanel.preload}
          >
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
                    <TableHeaderCell>How it stands</TableHeaderCell>
                    <TableHeaderCell className={styles.users}>Users</TableHeaderCell>
                  </>
                )}
              </TableRow>
            </TableHeader>
            <TableBody>
              {rows.map((row) => (
                <DomainRow
                  key={row.id}
                  domain={row}
                  phone={isPhone}
                  selected={marked.has(row.id)}
                  onSelect={canManage ? () => toggle(row.id) : undefined}
                  onOpen={() => open({ domain: row.id })}
                />
              ))}
            </TableBody>
          </Table>
          <ListFoot
            shown={rows.length}
            total={data.domains.totalCount}
            hasMore={hasNext}
            loading={isLoadingNext}
            onMore={() => loadNext(pageSize)}
          />
        </div>
      )}
      <Opened when={adding}>
        <AddDomain open={adding} organizationId={data.id} onClose={added} />
      </Opened>
      <Opened when={chosen.length > 0}>
        <RemoveDomains chosen={chosen} onProgress={readAgain} onClose={removed} />
      </Opened>
      <Opened when={state.domain !== undefined}>
        <DomainPanel
          id={state.domain}
          organizationId={data.id}
          onRemove={(domain) => setChosen([domain])}
          onClose={() => change({ domain: undefined })}
        />
      </Opened>
    </>
  );
}
