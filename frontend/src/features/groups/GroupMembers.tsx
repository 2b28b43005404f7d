import { Checkbox, makeStyles, Text, ToolbarButton, tokens } from '@fluentui/react-components';
import { PeopleCommunityRegular } from '@fluentui/react-icons/svg/people-community';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import { startTransition, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { GroupMembers_group$key } from '../../__generated__/GroupMembers_group.graphql';
import type { GroupMembersListQuery } from '../../__generated__/GroupMembersListQuery.graphql';
import { CommandBar } from '../../components/CommandBar';
import type { Item } from '../../components/EachDialog';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { exactTime, shortDate } from '../../lib/time';

const AddMembers = lazily(async () => (await import('./AddMembers')).AddMembers);
const RemoveMembers = lazily(async () => (await import('./RemoveMembers')).RemoveMembers);

const pageSize = 20;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '48px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2 },
  all: { marginLeft: 0 },
});

/** Who is in a group, and for those who may: who is put in and taken out. */
export function GroupMembers(props: { group: GroupMembers_group$key }) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    GroupMembersListQuery,
    GroupMembers_group$key
  >(
    graphql`
      fragment GroupMembers_group on Group
      @refetchable(queryName: "GroupMembersListQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
        id
        name
        viewerCanManage
        members(first: $count, after: $cursor) @connection(key: "GroupMembers_members") {
          totalCount
          edges {
            addedAt
            node {
              id
              displayName
              userName
            }
          }
        }
      }
    `,
    props.group,
  );
  const styles = useStyles();
  const { id, name, viewerCanManage } = data;
  const rows = data.members.edges.flatMap((edge) => (edge?.node ? [{ ...edge.node, addedAt: edge.addedAt }] : []));
  const readAgain = () =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(rows.length, pageSize), 100) }, { fetchPolicy: 'network-only' });
    });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter((row) => marked.has(row.id));
  const all = rows.length > 0 && selected.length === rows.length;
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<readonly Item[]>([]);
  const toggle = (person: string) => {
    const next = new Set(marked);
    if (!next.delete(person)) next.add(person);
    setMarked(next);
  };

  return (
    <>
      {viewerCanManage && (
        <CommandBar label="Members">
          <ToolbarButton
            icon={<PersonAddRegular />}
            appearance="primary"
            onPointerEnter={AddMembers.preload}
            onFocus={AddMembers.preload}
            onClick={() => setAdding(true)}
          >
            Add people
          </ToolbarButton>
          {selected.length > 0 && (
            <ToolbarButton
              icon={<PersonDeleteRegular />}
              onPointerEnter={RemoveMembers.preload}
              onFocus={RemoveMembers.preload}
              onClick={() => setChosen(selected.map((row) => ({ id: row.id, name: row.displayName })))}
            >
              Remove {selected.length}
            </ToolbarButton>
          )}
        </CommandBar>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Nobody is in this group" icon={<PeopleCommunityRegular />}>
          Who is put into it may do at each customer what the group may do there.
        </EmptyState>
      ) : (
        <>
          {viewerCanManage && rows.length > 1 && (
            <Checkbox
              label="Select all"
              checked={all ? true : selected.length > 0 ? 'mixed' : false}
              onChange={() => setMarked(new Set(all ? [] : rows.map((row) => row.id)))}
            />
          )}
          <ul className={styles.list} aria-label="Members">
            {rows.map((row) => (
              <li key={row.id} className={styles.item}>
                {viewerCanManage && (
                  <Checkbox
                    aria-label={`Select ${row.displayName}`}
                    checked={marked.has(row.id)}
                    onChange={() => toggle(row.id)}
                  />
                )}
                <span className={styles.name}>
                  <Text weight="semibold">{row.displayName}</Text>
                  <Text size={200} className={styles.small}>
                    {row.userName}
                  </Text>
                </span>
                <Text size={200} className={styles.small} title={exactTime(row.addedAt)}>
                  since {shortDate(row.addedAt)}
                </Text>
              </li>
            ))}
          </ul>
          <ListFoot
            shown={rows.length}
            total={data.members.totalCount}
            hasMore={hasNext}
            loading={isLoadingNext}
            onMore={() => loadNext(pageSize)}
          />
        </>
      )}
      <Opened when={adding}>
        <AddMembers
          open={adding}
          groupId={id}
          groupName={name}
          members={new Set(rows.map((row) => row.id))}
          onAdded={readAgain}
          onClose={() => setAdding(false)}
        />
      </Opened>
      <Opened when={chosen.length > 0}>
        <RemoveMembers
          groupId={id}
          groupName={name}
          chosen={chosen}
          onProgress={readAgain}
          onClose={() => {
            setChosen([]);
            setMarked(new Set());
          }}
        />
      </Opened>
    </>
  );
}
