import { Checkbox, makeStyles, Text, ToolbarButton, tokens } from '@fluentui/react-components';
import { PeopleRegular } from '@fluentui/react-icons/svg/people';
import { PersonAddRegular } from '@fluentui/react-icons/svg/person-add';
import { PersonDeleteRegular } from '@fluentui/react-icons/svg/person-delete';
import { startTransition, useRef, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { LicenseHolders_subscription$key } from '../../__generated__/LicenseHolders_subscription.graphql';
import type { LicenseHoldersListQuery } from '../../__generated__/LicenseHoldersListQuery.graphql';
import { CommandBar } from '../../components/CommandBar';
import type { Item } from '../../components/EachDialog';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { exactTime, shortDate } from '../../lib/time';

const AssignLicenses = lazily(async () => (await import('./AssignLicenses')).AssignLicenses);
const RemoveLicenses = lazily(async () => (await import('./RemoveLicenses')).RemoveLicenses);

const pageSize = 20;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  small: { color: tokens.colorNeutralForeground2 },
});

/** Who has a license of a subscription, latest first; for those who may: who gets one and who loses it. */
export function LicenseHolders(props: { subscription: LicenseHolders_subscription$key; organizationId: string }) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    LicenseHoldersListQuery,
    LicenseHolders_subscription$key
  >(
    graphql`
      fragment LicenseHolders_subscription on Subscription
      @refetchable(queryName: "LicenseHoldersListQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
        id
        ended
        availableSeats
        viewerCanAssign
        product {
          name
        }
        licenses(first: $count, after: $cursor) @connection(key: "LicenseHolders_licenses") {
          totalCount
          edges {
            node {
              id
              assignedAt
              assignedBy {
                name
              }
              user {
                id
                displayName
                userName
              }
            }
          }
        }
      }
    `,
    props.subscription,
  );
  const styles = useStyles();
  const { id, ended, availableSeats, viewerCanAssign, product } = data;
  const rows = data.licenses.edges.flatMap(({ node }) => (node.user ? [{ ...node, user: node.user }] : []));
  const readAgain = () =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(rows.length, pageSize), 100) }, { fetchPolicy: 'network-only' });
    });
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const selected = rows.filter(({ user }) => marked.has(user.id)); // who lost it left the selection
  const all = rows.length > 0 && selected.length === rows.length;
  const [assigning, setAssigning] = useState(false);
  const [chosen, setChosen] = useState<readonly Item[]>([]);
  const toggle = (person: string) => {
    const next = new Set(marked);
    if (!next.delete(person)) next.add(person);
    setMarked(next);
  };
  const assignButton = useRef<HTMLButtonElement>(null);
  // After the dialog has given it up.
  const goBack = () => setTimeout(() => assignButton.current?.focus(), 50);
  const full = ended ? 'The subscription has ended' : availableSeats === 0 ? 'All seats are taken' : undefined;

  return (
    <>
      {viewerCanAssign && (
        <CommandBar label="Licenses">
          <ToolbarButton
            ref={assignButton}
            icon={<PersonAddRegular />}
            appearance="primary"
            disabledFocusable={full !== undefined}
            onPointerEnter={AssignLicenses.preload}
            onFocus={AssignLicenses.preload}
            onClick={() => full === undefined && setAssigning(true)}
            {...(full === undefined ? {} : { title: full })}
          >
            Assign licenses
          </ToolbarButton>
          {selected.length > 0 && (
            <ToolbarButton
              icon={<PersonDeleteRegular />}
              onPointerEnter={RemoveLicenses.preload}
              onFocus={RemoveLicenses.preload}
              onClick={() => setChosen(selected.map(({ user }) => ({ id: user.id, name: user.displayName })))}
            >
              Remove {selected.length}
            </ToolbarButton>
          )}
        </CommandBar>
      )}
      {rows.length === 0 ? (
        <EmptyState title="Nobody has a license" icon={<PeopleRegular />}>
          {full ?? 'Who is assigned a license can use the product, and takes one of the seats.'}
        </EmptyState>
      ) : (
        <>
          {viewerCanAssign && rows.length > 1 && (
            <Checkbox
              label="Select all"
              checked={all ? true : selected.length > 0 ? 'mixed' : false}
              onChange={() => setMarked(new Set(all ? [] : rows.map(({ user }) => user.id)))}
            />
          )}
          <ul className={styles.list} aria-label="Users with a license">
            {rows.map(({ id: license, user, assignedAt, assignedBy }) => (
              <li key={license} className={styles.item}>
                {viewerCanAssign && (
                  <Checkbox
                    aria-label={`Select ${user.displayName}`}
                    checked={marked.has(user.id)}
                    onChange={() => toggle(user.id)}
                  />
                )}
                <span className={styles.name}>
                  <Text weight="semibold">{user.displayName}</Text>
                  <Text size={200} className={styles.small}>
                    {user.userName}
                  </Text>
                  <Text size={200} className={styles.small} title={exactTime(assignedAt)}>
                    since {shortDate(assignedAt)}
                    {assignedBy && `, by ${assignedBy.name}`}
                  </Text>
                </span>
              </li>
            ))}
          </ul>
          <ListFoot
            shown={rows.length}
            total={data.licenses.totalCount}
            hasMore={hasNext}
            loading={isLoadingNext}
            onMore={() => loadNext(pageSize)}
          />
        </>
      )}
      <Opened when={assigning}>
        <AssignLicenses
          open={assigning}
          organizationId={props.organizationId}
          subscriptionId={id}
          product={product.name}
          available={availableSeats}
          holders={new Set(rows.map(({ user }) => user.id))}
          onAssigned={readAgain}
          onClose={() => {
            setAssigning(false);
            goBack();
          }}
        />
      </Opened>
      <Opened when={chosen.length > 0}>
        <RemoveLicenses
          subscriptionId={id}
          product={product.name}
          chosen={chosen}
          onProgress={readAgain}
          onClose={() => {
            setChosen([]);
            setMarked(new Set());
            goBack();
          }}
        />
      </Opened>
    </>
  );
}
