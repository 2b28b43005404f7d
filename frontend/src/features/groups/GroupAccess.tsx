import { Button, makeStyles, Text, ToolbarButton, tokens } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons/svg/building';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { KeyMultipleRegular } from '@fluentui/react-icons/svg/key-multiple';
import { startTransition, useState } from 'react';
import { graphql, usePaginationFragment } from 'react-relay';
import type { GroupAccess_group$key } from '../../__generated__/GroupAccess_group.graphql';
import type { GroupAccessListQuery } from '../../__generated__/GroupAccessListQuery.graphql';
import type { AskedAccess } from '../../components/AccessDialog';
import { CommandBar } from '../../components/CommandBar';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { EmptyState } from '../../components/EmptyState';
import { ListFoot } from '../../components/ListFoot';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { TextLink } from '../../components/TextLink';
import { UntilDate } from '../../components/UntilDate';
import { useAssignAccess } from '../../components/useAssignAccess';
import { roleName, sortRoles } from '../../lib/roles';

const AccessDialog = lazily(async () => (await import('../../components/AccessDialog')).AccessDialog);
const GiveAccess = lazily(async () => (await import('./GiveAccess')).GiveAccess);

const pageSize = 20;

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  text: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '220px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  buttons: { display: 'flex', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
});

/** At which customers a group holds which roles, and for those who may: the way to change it. */
export function GroupAccess(props: { group: GroupAccess_group$key }) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    GroupAccessListQuery,
    GroupAccess_group$key
  >(
    graphql`
      fragment GroupAccess_group on Group
      @refetchable(queryName: "GroupAccessListQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
        id
        name
        viewerCanManage
        assignments(first: $count, after: $cursor) @connection(key: "GroupAccess_assignments") {
          totalCount
          edges {
            node {
              id
              roles
              delegation {
                id
                roles
                expiresAt
                viewerRoles
                viewerCanAssign
                customer {
                  id
                  displayName
                }
              }
            }
          }
        }
      }
    `,
    props.group,
  );
  const styles = useStyles();
  const { id: groupId, name } = data;
  const rows = data.assignments.edges.flatMap((edge) =>
    edge?.node?.delegation ? [{ ...edge.node, delegation: edge.node.delegation }] : [],
  );
  const readAgain = () =>
    startTransition(() => {
      refetch({ count: Math.min(Math.max(rows.length, pageSize), 100) }, { fetchPolicy: 'network-only' });
    });
  const [asked, setAsked] = useState<AskedAccess>();
  const [giving, setGiving] = useState(false);
  const [removing, setRemoving] = useState<{ delegationId: string; customer: string }>();
  const [assign] = useAssignAccess();

  return (
    <>
      {data.viewerCanManage && (
        <CommandBar label="Access">
          <ToolbarButton
            icon={<KeyMultipleRegular />}
            appearance="primary"
            onPointerEnter={GiveAccess.preload}
            onFocus={GiveAccess.preload}
            onClick={() => setGiving(true)}
          >
            Give access
          </ToolbarButton>
        </CommandBar>
      )}
      {rows.length === 0 ? (
        <EmptyState title="This group holds no role at any customer" icon={<BuildingRegular />}>
          It gets its default roles at new customers, as far as they are granted.
        </EmptyState>
      ) : (
        <>
          <ul className={styles.list} aria-label="Customers">
            {rows.map(({ id, roles, delegation }) => {
              const { customer } = delegation;
              return (
                <li key={id} className={styles.item}>
                  <span className={styles.text}>
                    {delegation.viewerRoles.length > 0 ? (
                      <TextLink
                        to="/partner/customers/$organizationId"
                        params={{ organizationId: customer.id }}
                        preload={false}
                      >
                        {customer.displayName}
                      </TextLink>
                    ) : (
                      <Text weight="semibold">{customer.displayName}</Text>
                    )}
                    <Text>{sortRoles(roles).map(roleName).join(', ')}</Text>
                    <Text size={200} className={styles.small}>
                      until <UntilDate at={delegation.expiresAt} />
                    </Text>
                  </span>
                  {delegation.viewerCanAssign && (
                    <span className={styles.buttons}>
                      <Button
                        size="small"
                        icon={<EditRegular />}
                        aria-label={`Edit roles at ${customer.displayName}`}
                        onPointerEnter={AccessDialog.preload}
                        onFocus={AccessDialog.preload}
                        onClick={() =>
                          setAsked({
                            title: `What ${name} may do at ${customer.displayName}`,
                            delegationId: delegation.id,
                            groupId,
                            granted: delegation.roles,
                            roles,
                          })
                        }
                      >
                        Edit
                      </Button>
                      <Button
                        size="small"
                        icon={<DismissRegular />}
                        aria-label={`Remove access to ${customer.displayName}`}
                        onClick={() => setRemoving({ delegationId: delegation.id, customer: customer.displayName })}
                      >
                        Remove
                      </Button>
                    </span>
                  )}
                </li>
              );
            })}
          </ul>
          <ListFoot
            shown={rows.length}
            total={data.assignments.totalCount}
            hasMore={hasNext}
            loading={isLoadingNext}
            onMore={() => loadNext(pageSize)}
          />
        </>
      )}
      <Opened when={asked !== undefined}>
        <AccessDialog
          asked={asked}
          onClose={(done) => {
            setAsked(undefined);
            if (done) readAgain();
          }}
        />
      </Opened>
      <Opened when={giving}>
        <GiveAccess
          open={giving}
          groupId={groupId}
          groupName={name}
          onClose={(done) => {
            setGiving(false);
            if (done) readAgain();
          }}
        />
      </Opened>
      <ConfirmDialog
        open={removing !== undefined}
        steps={[
          {
            title: `Remove the access of ${name} to ${removing?.customer}?`,
            body: 'What its people may do there through this group alone, they can’t any more, at once.',
            yes: 'Remove',
            no: 'Cancel',
            danger: true,
          },
        ]}
        onConfirm={() =>
          removing ? assign({ input: { delegationId: removing.delegationId, groupId, roles: [] } }) : Promise.resolve()
        }
        onClose={(done) => {
          setRemoving(undefined);
          if (done) readAgain();
        }}
      />
    </>
  );
}
