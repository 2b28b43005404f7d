import { Button, makeStyles, ToolbarButton } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons/svg/arrow-clockwise';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import { PeopleAddRegular } from '@fluentui/react-icons/svg/people-add';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { Suspense, startTransition, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { ActiveUsers_organization$key } from '../../__generated__/ActiveUsers_organization.graphql';
import type { ActiveUsersListQuery } from '../../__generated__/ActiveUsersListQuery.graphql';
import { Choice } from '../../components/Choice';
import { CommandBar } from '../../components/CommandBar';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { ListFoot } from '../../components/ListFoot';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { SearchField } from '../../components/SearchField';
import { useFilterClass } from '../../components/useFilterClass';
import { phone, useMediaQuery } from '../../lib/useMediaQuery';
import { ActionMessage } from './ActionMessage';
import { UserActions } from './UserActions';
import { UserList } from './UserList';
import {
  createdChoices,
  isFiltered,
  licensedChoices,
  roleChoices,
  signInChoices,
  sortBy,
  sortChoices,
  sortOf,
  type UserSearch,
  type variablesOf,
} from './userSearch';
import { useUserActions } from './useUserActions';

const ExportUsers = lazily(async () => (await import('./ExportUsers')).ExportUsers);
const SelectionCommands = lazily(async () => (await import('./SelectionCommands')).SelectionCommands);
const UserPanel = lazily(async () => (await import('./UserPanel')).UserPanel);

const pageSize = 20;
/** Who goes on beyond the first page wants many. */
const nextSize = 100;

const useStyles = makeStyles({
  stale: { opacity: 0.6 },
});

/** The list of active users with its commands: search, filters, order, selection, and what can be done with users. */
export function ActiveUsers(props: {
  organization: ActiveUsers_organization$key;
  /** The address of this list. */
  base: string;
  search: UserSearch;
  variables: ReturnType<typeof variablesOf>;
  /** What is shown is not yet what the address asks for. */
  stale: boolean;
  /** Whose details are open. */
  opened: string | undefined;
  tab: string | undefined;
  onSearch: (change: UserSearch) => void;
  onOpen: (id: string) => void;
  onTab: (tab: string | undefined) => void;
  onClose: () => void;
}) {
  const { base, search, variables, stale, opened, tab, onSearch, onOpen, onTab, onClose } = props;
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    ActiveUsersListQuery,
    ActiveUsers_organization$key
  >(
    graphql`
      fragment ActiveUsers_organization on Organization
      @refetchable(queryName: "ActiveUsersListQuery")
      @argumentDefinitions(
        count: { type: "Int", defaultValue: 20 }
        cursor: { type: "Cursor" }
        search: { type: "String" }
        filter: { type: "UserFilter" }
        orderBy: { type: "UserOrder" }
      ) {
        id
        displayName
        viewerCanCreateUsers
        viewerCanAssignLicenses
        assignableRoles
        users(first: $count, after: $cursor, search: $search, filter: $filter, orderBy: $orderBy)
          @connection(key: "ActiveUsers_users") {
          totalCount
          edges {
            node {
              id
              displayName
              email
              roles
              deletedAt
              viewerCanSetEnabled
              viewerCanDelete
              viewerCanResetPassword
              viewerCanAssignRoles
              ...UserRow_user
            }
          }
        }
      }
    `,
    props.organization,
  );
  const styles = useStyles();
  const isPhone = useMediaQuery(phone);
  // Who was just deleted is known before the list is read again.
  const rows = data.users.edges.flatMap((edge) => (edge?.node && !edge.node.deletedAt ? [edge.node] : []));

  const readAgain = () =>
    startTransition(() => {
      const shown = Math.min(Math.max(rows.length, pageSize), 100);
      refetch({ count: shown }, { fetchPolicy: 'store-and-network' });
    });

  // Who scrolled far keeps the place: what was done is in the answers already.
  const readFew = () => rows.length <= 100 && readAgain();
  const total = data.users.totalCount - (data.users.edges.length - rows.length);

  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter((row) => marked.has(row.id)); // who left the list left the selection
  const [exporting, setExporting] = useState(false);
  const actions = useUserActions({
    onChange: readFew,
    onDone: (kind) => {
      setMarked(new Set());
      if (kind === 'delete' && opened !== undefined) onClose();
    },
  });

  const sort = sortOf(search.sort);
  const filterClass = useFilterClass();
  const filters = [
    { label: 'Sign-in', name: 'signIn', choices: signInChoices },
    { label: 'Role', name: 'role', choices: roleChoices },
    { label: 'Created by', name: 'created', choices: createdChoices },
    { label: 'Licenses', name: 'licensed', choices: licensedChoices },
    ...(isPhone ? [{ label: 'Order', name: 'sort', choices: sortChoices } as const] : []),
  ] as const;

  return (
    <>
      <CommandBar
        far={
          <>
            <SearchField
              label="Search users"
              value={search.search ?? ''}
              onSearch={(text) => onSearch({ search: text || undefined })}
            />
            {filters.map(({ label, name, choices }) => (
              <Choice
                key={name}
                label={label}
                className={filterClass}
                choices={choices}
                value={search[name]}
                onChoose={(value) => onSearch({ [name]: value })}
              />
            ))}
          </>
        }
      >
        {selected.length > 0 ? (
          <Suspense fallback={null}>
            <SelectionCommands
              selected={selected}
              canLicense={data.viewerCanAssignLicenses}
              onAct={actions.begin}
              onDetails={() => onOpen(selected[0]?.id ?? '')}
              onClear={() => setMarked(new Set())}
            />
          </Suspense>
        ) : (
          <>
            {data.viewerCanCreateUsers && (
              <>
                <LinkButton to={`${base}/new` as string} appearance="primary" icon={<PersonAddRegular />}>
                  Add a user
                </LinkButton>
                <LinkButton to={`${base}/import` as string} appearance="subtle" icon={<PeopleAddRegular />}>
                  Add multiple users
                </LinkButton>
              </>
            )}
            <ToolbarButton
              icon={<ArrowDownloadRegular />}
              onPointerEnter={ExportUsers.preload}
              onFocus={ExportUsers.preload}
              onClick={() => setExporting(true)}
            >
              Export users
            </ToolbarButton>
            <ToolbarButton icon={<ArrowClockwiseRegular />} onClick={readAgain}>
              Refresh
            </ToolbarButton>
          </>
        )}
      </CommandBar>
      {opened === undefined && <ActionMessage actions={actions} />}
      <div className={stale ? styles.stale : undefined} aria-busy={stale}>
        {rows.length === 0 ? (
          <Nothing
            filtered={isFiltered(search)}
            onClear={() =>
              onSearch({
                search: undefined,
                signIn: undefined,
                role: undefined,
                created: undefined,
                licensed: undefined,
              })
            }
          />
        ) : (
          <>
            <UserList
              rows={rows}
              total={total}
              sort={sort}
              onSort={(field) => onSearch({ sort: sortBy(field, sort) })}
              selected={marked}
              onSelect={setMarked}
              onOpen={onOpen}
              onIntent={() => {
                SelectionCommands.preload();
                UserPanel.preload();
              }}
            />
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
      <Opened when={exporting}>
        <ExportUsers
          open={exporting}
          organizationId={data.id}
          organization={data.displayName}
          variables={variables}
          total={total}
          filtered={isFiltered(search)}
          onClose={() => setExporting(false)}
        />
      </Opened>
      <Opened when={opened !== undefined}>
        <UserPanel id={opened} organizationId={data.id} tab={tab} actions={actions} onTab={onTab} onClose={onClose} />
      </Opened>
      <UserActions actions={actions} organizationId={data.id} assignable={data.assignableRoles} />
    </>
  );
}

function Nothing(props: { filtered: boolean; onClear: () => void }) {
  if (props.filtered) {
    return (
      <EmptyState
        title="No user fits"
        icon={<PeopleRegular />}
        action={<Button onClick={props.onClear}>Clear search and filters</Button>}
      >
        None of the active users fits the search and the filters.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="There are no active users" icon={<PeopleRegular />}>
      Add a user, or many at once from a file.
    </EmptyState>
  );
}
