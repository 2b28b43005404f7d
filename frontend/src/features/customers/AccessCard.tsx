import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { AccessCard_delegation$key } from '../../__generated__/AccessCard_delegation.graphql';
import type { AskedAccess } from '../../components/AccessDialog';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { roleName, sortRoles } from '../../lib/roles';
import { count } from '../../lib/time';
import { Card } from './Card';

const AccessDialog = lazily(async () => (await import('../../components/AccessDialog')).AccessDialog);
const AssignToGroup = lazily(async () => (await import('./AssignToGroup')).AssignToGroup);

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
  text: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '200px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  small: { color: tokens.colorNeutralForeground2 },
});

/** Which of the partner's groups hold which roles at this customer, and for those who may: the way to change it. */
export function AccessCard(props: { delegation: AccessCard_delegation$key; customer: string }) {
  const { customer } = props;
  const { id, roles, viewerCanAssign, assignments } = useFragment(
    graphql`
      fragment AccessCard_delegation on Delegation {
        id
        roles
        viewerCanAssign
        assignments {
          id
          groupName
          memberCount
          roles
          group {
            id
          }
        }
      }
    `,
    props.delegation,
  );
  const styles = useStyles();
  const [asked, setAsked] = useState<AskedAccess>();
  const [assigning, setAssigning] = useState(false);
  return (
    <Card
      title="Who of us may act here"
      action={
        viewerCanAssign && (
          <Button
            size="small"
            onPointerEnter={AssignToGroup.preload}
            onFocus={AssignToGroup.preload}
            onClick={() => setAssigning(true)}
          >
            Assign to a group
          </Button>
        )
      }
    >
      {assignments.length === 0 ? (
        <Text className={styles.small}>Nobody: none of your groups holds a role here.</Text>
      ) : (
        <ul className={styles.list}>
          {assignments.map((assignment) => (
            <li key={assignment.id} className={styles.item}>
              <span className={styles.text}>
                <span>
                  <Text weight="semibold">{assignment.groupName}</Text>
                  <Text className={styles.small}> · {count(assignment.memberCount, 'person', 'people')}</Text>
                </span>
                <Text className={styles.small}>{sortRoles(assignment.roles).map(roleName).join(', ')}</Text>
              </span>
              {viewerCanAssign && assignment.group && (
                <Button
                  size="small"
                  aria-label={`Edit the roles of ${assignment.groupName}`}
                  onPointerEnter={AccessDialog.preload}
                  onFocus={AccessDialog.preload}
                  onClick={() =>
                    setAsked({
                      title: `What ${assignment.groupName} may do at ${customer}`,
                      delegationId: id,
                      groupId: assignment.group?.id,
                      granted: roles,
                      roles: assignment.roles,
                    })
                  }
                >
                  Edit
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      <Opened when={asked !== undefined}>
        <AccessDialog asked={asked} onClose={() => setAsked(undefined)} />
      </Opened>
      <Opened when={assigning}>
        <AssignToGroup
          open={assigning}
          delegationId={id}
          customer={customer}
          granted={roles}
          held={new Map(assignments.map((one) => [one.group?.id ?? '', one.roles]))}
          onClose={() => setAssigning(false)}
        />
      </Opened>
    </Card>
  );
}
