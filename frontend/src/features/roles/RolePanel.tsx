import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { DetailsPanel } from '../../components/DetailsPanel';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { type RoleName, roleInfo } from '../../lib/roles';
import { RoleAbout } from './RoleAbout';
import { RoleHolders } from './RoleHolders';

const useStyles = makeStyles({ content: { paddingTop: tokens.spacingVerticalM } });

/** The panel about one role, at the right of the list; `role` is undefined while it is closed. */
export function RolePanel(props: {
  role: RoleName | undefined;
  organizationId: string;
  users: string;
  canReadDelegatedAdmins: boolean;
  tab: string | undefined;
  onTab: (tab: string | undefined) => void;
  onClose: () => void;
}) {
  const { role, organizationId, users, canReadDelegatedAdmins, onTab, onClose } = props;
  const styles = useStyles();
  const tab = props.tab === 'holders' ? 'holders' : 'about';
  const info = roleInfo(role ?? '');
  return (
    <DetailsPanel
      open={role !== undefined}
      title={info.name}
      subtitle={info.description}
      navigation={
        <TabList
          selectedValue={tab}
          onTabSelect={(_, data) => onTab(data.value === 'about' ? undefined : String(data.value))}
        >
          <Tab value="about">What it may do</Tab>
          <Tab value="holders">Who holds it</Tab>
        </TabList>
      }
      onClose={onClose}
    >
      {role && (
        <div className={styles.content}>
          <PageBoundary
            key={`${role}/${tab}`}
            skeleton={<TextSkeleton lines={8} />}
            title="The role could not be shown"
          >
            {tab === 'about' ? (
              <RoleAbout role={role} />
            ) : (
              <RoleHolders
                role={role}
                organizationId={organizationId}
                users={users}
                canReadDelegatedAdmins={canReadDelegatedAdmins}
              />
            )}
          </PageBoundary>
        </div>
      )}
    </DetailsPanel>
  );
}
