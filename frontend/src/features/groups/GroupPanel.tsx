import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { graphql } from 'react-relay';
import type { GroupPanelQuery } from '../../__generated__/GroupPanelQuery.graphql';
import { DetailsPanel } from '../../components/DetailsPanel';
import { EmptyState } from '../../components/EmptyState';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { GroupAccess } from './GroupAccess';
import { GroupMembers } from './GroupMembers';
import { GroupSettings } from './GroupSettings';

const tabs = ['members', 'access', 'settings'] as const;
type PanelTab = (typeof tabs)[number];
const labels: Record<PanelTab, string> = { members: 'Members', access: 'Access', settings: 'Settings' };

const useStyles = makeStyles({ content: { paddingTop: tokens.spacingVerticalM } });

interface Heading {
  id: string;
  title: string;
  subtitle: string;
}

/** The panel about one group, at the right of the list; `id` is undefined while it is closed. */
export function GroupPanel(props: {
  id: string | undefined;
  tab: string | undefined;
  onTab: (tab: string | undefined) => void;
  onClose: () => void;
}) {
  const { id, onTab, onClose } = props;
  const styles = useStyles();
  const tab = tabs.find((known) => known === props.tab) ?? 'members';
  const [head, setHead] = useState<Heading>();
  const current = head?.id === id ? head : undefined;
  return (
    <DetailsPanel
      open={id !== undefined}
      title={current?.title ?? 'Group'}
      subtitle={current?.subtitle ?? ' '}
      navigation={
        <TabList
          selectedValue={tab}
          onTabSelect={(_, data) => onTab(data.value === 'members' ? undefined : String(data.value))}
        >
          {tabs.map((name) => (
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
          <PageBoundary key={id} skeleton={<TextSkeleton lines={8} />} title="The group could not be shown">
            <Content id={id} tab={tab} onHead={setHead} />
          </PageBoundary>
        </div>
      )}
    </DetailsPanel>
  );
}

function Content(props: { id: string; tab: PanelTab; onHead: (head: Heading) => void }) {
  const { id, tab, onHead } = props;
  const { node: group } = usePageQuery<GroupPanelQuery>(
    graphql`
      query GroupPanelQuery($id: ID!) {
        node(id: $id) {
          __typename
          ... on Group {
            name
            description
            ...GroupMembers_group @alias(as: "members")
            ...GroupAccess_group @alias(as: "access")
            ...GroupSettings_group @alias(as: "settings")
          }
        }
      }
    `,
    { id },
  );
  const title = group?.__typename === 'Group' ? group.name : undefined;
  const subtitle = group?.__typename === 'Group' ? (group.description ?? '') : '';
  const tell = useEffectEvent(onHead);
  useEffect(() => {
    if (title !== undefined) tell({ id, title, subtitle });
  }, [id, title, subtitle]);

  if (group?.__typename !== 'Group') {
    return (
      <EmptyState title="This group can’t be shown">There is none with this address, or you may not see it.</EmptyState>
    );
  }
  if (tab === 'access') return group.access ? <GroupAccess group={group.access} /> : null;
  if (tab === 'settings') return group.settings ? <GroupSettings group={group.settings} /> : null;
  return group.members ? <GroupMembers group={group.members} /> : null;
}
