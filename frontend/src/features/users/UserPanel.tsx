import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { graphql } from 'react-relay';
import type { UserPanelQuery } from '../../__generated__/UserPanelQuery.graphql';
import { DetailsPanel } from '../../components/DetailsPanel';
import { EmptyState } from '../../components/EmptyState';
import { ObjectActivity } from '../../components/ObjectActivity';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { ActionMessage } from './ActionMessage';
import { UserAccount } from './UserAccount';
import { UserLicenses } from './UserLicenses';
import { UserRoles } from './UserRoles';
import type { UserActions } from './useUserActions';

const tabs = ['account', 'roles', 'licenses', 'activity'] as const;
type PanelTab = (typeof tabs)[number];
const labels: Record<PanelTab, string> = {
  account: 'Account',
  roles: 'Roles',
  licenses: 'Licenses',
  activity: 'Activity',
};

const useStyles = makeStyles({ content: { paddingTop: tokens.spacingVerticalM } });

interface Heading {
  id: string;
  title: string;
  subtitle: string;
  /** Whether the viewer may read what was done to the user. */
  activity: boolean;
}

/** The panel about one user, at the right of the list; `id` is undefined while it is closed. */
export function UserPanel(props: {
  id: string | undefined;
  organizationId: string;
  tab: string | undefined;
  actions: UserActions;
  onTab: (tab: string | undefined) => void;
  onClose: () => void;
}) {
  const { id, organizationId, actions, onTab, onClose } = props;
  const styles = useStyles();
  const tab = tabs.find((known) => known === props.tab) ?? 'account';
  const [head, setHead] = useState<Heading>();
  const current = head?.id === id ? head : undefined;

  return (
    <DetailsPanel
      open={id !== undefined}
      title={current?.title ?? 'User'}
      subtitle={current?.subtitle ?? ' '}
      navigation={
        <TabList
          selectedValue={tab}
          onTabSelect={(_, data) => onTab(data.value === 'account' ? undefined : String(data.value))}
        >
          {tabs
            .filter((name) => name !== 'activity' || current?.activity)
            .map((name) => (
              <Tab key={name} value={name}>
                {labels[name]}
              </Tab>
            ))}
        </TabList>
      }
      onClose={onClose}
    >
      {id && (
        <div className={styles.content}>
          <ActionMessage actions={actions} />
          <PageBoundary key={id} skeleton={<TextSkeleton lines={8} />}>
            <Content id={id} organizationId={organizationId} tab={tab} actions={actions} onHead={setHead} />
          </PageBoundary>
        </div>
      )}
    </DetailsPanel>
  );
}

function Content(props: {
  id: string;
  organizationId: string;
  tab: PanelTab;
  actions: UserActions;
  onHead: (head: Heading) => void;
}) {
  const { id, organizationId, tab, actions, onHead } = props;
  const {
    node: user,
    organization,
    viewer,
  } = usePageQuery<UserPanelQuery>(
    graphql`
      query UserPanelQuery($id: ID!, $organizationId: ID!) {
        node(id: $id) {
          __typename
          ... on User {
            displayName
            userName
            deletedAt
            ...UserAccount_user @alias(as: "account")
            ...UserRoles_user @alias(as: "roles")
            ...UserLicenses_user @alias(as: "licenses")
          }
        }
        viewer {
          canReadAuditLog
          organization {
            id
          }
        }
        organization: node(id: $organizationId) {
          ... on Organization {
            ...UserAccount_organization @alias(as: "account")
            ...UserRoles_organization @alias(as: "roles")
            ...UserLicenses_organization @alias(as: "licenses")
          }
        }
      }
    `,
    { id, organizationId },
  );
  const title = user?.__typename === 'User' ? user.displayName : undefined;
  const subtitle = user?.__typename === 'User' ? user.userName : '';
  const activity = viewer?.canReadAuditLog === true && viewer.organization.id === organizationId;
  const tell = useEffectEvent(onHead);
  useEffect(() => {
    if (title !== undefined) tell({ id, title, subtitle, activity });
  }, [id, title, subtitle, activity]);

  if (user?.__typename !== 'User' || user.deletedAt || !organization) {
    return (
      <EmptyState title="This user can’t be shown">
        There is none with this address among the active users, or you may not see it.
      </EmptyState>
    );
  }
  if (tab === 'activity' && activity) return <ObjectActivity id={id} person />;
  if (tab === 'roles' && user.roles && organization.roles) {
    return <UserRoles user={user.roles} organization={organization.roles} actions={actions} />;
  }
  if (tab === 'licenses' && user.licenses && organization.licenses) {
    return <UserLicenses user={user.licenses} organization={organization.licenses} actions={actions} />;
  }
  if (!user.account || !organization.account) return null;
  return <UserAccount user={user.account} organization={organization.account} actions={actions} />;
}
