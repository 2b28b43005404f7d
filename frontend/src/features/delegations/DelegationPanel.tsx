import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState, useTransition } from 'react';
import { graphql } from 'react-relay';
import type { DelegationPanelQuery } from '../../__generated__/DelegationPanelQuery.graphql';
import { DelegationActivity } from '../../components/DelegationActivity';
import { DetailsPanel } from '../../components/DetailsPanel';
import { EmptyState } from '../../components/EmptyState';
import { lazily } from '../../components/lazily';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { useDelegationChanges } from '../../components/useDelegationChanges';
import { usePageQuery } from '../../graphql/usePageQuery';
import { DelegationHistory } from './DelegationHistory';
import { DelegationOverview } from './DelegationOverview';

const LeftBehind = lazily(async () => (await import('./LeftBehind')).LeftBehind);

const tabs = ['overview', 'activity', 'behind', 'history'] as const;
export type PanelTab = (typeof tabs)[number];
const labels: Record<PanelTab, string> = {
  overview: 'Overview',
  activity: 'Activity',
  behind: 'Left behind',
  history: 'History',
};

const useStyles = makeStyles({ content: { paddingTop: tokens.spacingVerticalM } });

/** The panel about one delegated admin, at the right of the list; `id` is empty while it is closed. */
export function DelegationPanel(props: {
  id: string | undefined;
  tab: string | undefined;
  onTab: (tab: PanelTab) => void;
  onClose: () => void;
}) {
  const { id, onTab, onClose } = props;
  const styles = useStyles();
  const tab = tabs.find((known) => known === props.tab) ?? 'overview';
  const [head, setHead] = useState<{ id: string; title: string; subtitle: string }>();
  const current = head?.id === id ? head : undefined;

  return (
    <DetailsPanel
      open={id !== undefined}
      title={current?.title ?? 'Delegated admin'}
      subtitle={current?.subtitle ?? ' '}
      navigation={
        <TabList selectedValue={tab} onTabSelect={(_, data) => onTab(data.value as PanelTab)}>
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
          <PageBoundary key={id} skeleton={<TextSkeleton lines={8} />}>
            <Content id={id} tab={tab} onHead={setHead} />
          </PageBoundary>
        </div>
      )}
    </DetailsPanel>
  );
}

function Content(props: {
  id: string;
  tab: PanelTab;
  onHead: (head: { id: string; title: string; subtitle: string }) => void;
}) {
  const { id, tab, onHead } = props;
  const [fetchKey, setFetchKey] = useState(0);
  const [, startTransition] = useTransition();
  const { node: delegation } = usePageQuery<DelegationPanelQuery>(
    graphql`
      query DelegationPanelQuery($id: ID!, $activity: Boolean!, $behind: Boolean!, $about: Boolean!) {
        node(id: $id) {
          __typename
          ... on Delegation {
            partner {
              name
              domain
            }
            ...DelegationActivity_delegation @include(if: $activity) @alias(as: "used")
            ...LeftBehind_delegation @include(if: $behind) @alias(as: "left")
            ...DelegationOverview_delegation @include(if: $about) @alias(as: "overview")
            ...DelegationHistory_delegation @include(if: $about) @alias(as: "history")
          }
        }
      }
    `,
    { id, activity: tab === 'activity', behind: tab === 'behind', about: tab === 'overview' || tab === 'history' },
    { fetchKey },
  );
  useDelegationChanges(() => {
    // The activity reads itself again, all that is shown of it.
    if (tab !== 'activity') startTransition(() => setFetchKey((n) => n + 1));
  });

  const partner = delegation?.__typename === 'Delegation' ? delegation.partner : undefined;
  const title = partner?.name;
  const subtitle = partner ? (partner.domain ?? 'No verified domain') : '';
  const tell = useEffectEvent(onHead);
  useEffect(() => {
    if (title) tell({ id, title, subtitle });
  }, [id, title, subtitle]);

  if (delegation?.__typename !== 'Delegation') {
    return (
      <EmptyState title="This delegated admin can’t be shown">
        There is none with this address, or you may not see it.
      </EmptyState>
    );
  }
  const { used, left, overview, history } = delegation;
  if (tab === 'activity' && used) {
    return (
      <DelegationActivity
        delegation={used}
        empty="What this partner does in your organization is listed here: who, what, on what, and under which role."
      />
    );
  }
  if (tab === 'behind' && left) return <LeftBehind delegation={left} />;
  if (tab === 'history' && history) return <DelegationHistory delegation={history} />;
  return overview ? <DelegationOverview delegation={overview} /> : null;
}
