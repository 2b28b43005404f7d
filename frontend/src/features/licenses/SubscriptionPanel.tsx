import { makeStyles, Tab, TabList, tokens } from '@fluentui/react-components';
import { useEffect, useEffectEvent, useState } from 'react';
import { graphql } from 'react-relay';
import type { SubscriptionPanelQuery } from '../../__generated__/SubscriptionPanelQuery.graphql';
import { DetailsPanel } from '../../components/DetailsPanel';
import { EmptyState } from '../../components/EmptyState';
import { ObjectActivity } from '../../components/ObjectActivity';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { LicenseHolders } from './LicenseHolders';
import { SubscriptionOverview } from './SubscriptionOverview';
import { kindName } from './subscriptions';

const tabs = ['overview', 'users', 'activity'] as const;
type PanelTab = (typeof tabs)[number];
const labels: Record<PanelTab, string> = { overview: 'Overview', users: 'Users', activity: 'Activity' };

const useStyles = makeStyles({ content: { paddingTop: tokens.spacingVerticalM } });

interface Heading {
  id: string;
  title: string;
  subtitle: string;
  activity: boolean;
}

/** The panel about one subscription, at the right of the list; `id` is undefined while it is closed. */
export function SubscriptionPanel(props: {
  id: string | undefined;
  organizationId: string;
  tab: string;
  onTab: (tab: string) => void;
  onClose: () => void;
}) {
  const { id, organizationId, onTab, onClose } = props;
  const styles = useStyles();
  const tab = tabs.find((known) => known === props.tab) ?? 'overview';
  const [head, setHead] = useState<Heading>();
  const current = head?.id === id ? head : undefined;
  return (
    <DetailsPanel
      open={id !== undefined}
      title={current?.title ?? 'Subscription'}
      subtitle={current?.subtitle ?? ' '}
      navigation={
        <TabList selectedValue={tab} onTabSelect={(_, data) => onTab(String(data.value))}>
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
          <PageBoundary key={id} skeleton={<TextSkeleton lines={8} />} title="The subscription could not be shown">
            <Content id={id} organizationId={organizationId} tab={tab} onHead={setHead} />
          </PageBoundary>
        </div>
      )}
    </DetailsPanel>
  );
}

function Content(props: { id: string; organizationId: string; tab: PanelTab; onHead: (head: Heading) => void }) {
  const { id, organizationId, tab, onHead } = props;
  const { node: subscription, viewer } = usePageQuery<SubscriptionPanelQuery>(
    graphql`
      query SubscriptionPanelQuery($id: ID!) {
        node(id: $id) {
          __typename
          ... on Subscription {
            kind
            product {
              name
            }
            ...SubscriptionOverview_subscription @alias(as: "overview")
            ...LicenseHolders_subscription @alias(as: "holders")
          }
        }
        viewer {
          canReadAuditLog
          organization {
            id
          }
        }
      }
    `,
    { id },
  );
  const found = subscription?.__typename === 'Subscription' ? subscription : undefined;
  const title = found?.product.name;
  const subtitle = found ? kindName(found.kind) : '';
  const activity = viewer?.canReadAuditLog === true && viewer.organization.id === organizationId;
  const tell = useEffectEvent(onHead);
  useEffect(() => {
    if (title !== undefined) tell({ id, title, subtitle, activity });
  }, [id, title, subtitle, activity]);

  if (!found?.overview || !found.holders) {
    return (
      <EmptyState title="This subscription can’t be shown">
        There is none with this address, or you may not see it.
      </EmptyState>
    );
  }
  if (tab === 'activity' && activity) return <ObjectActivity id={id} />;
  if (tab === 'users') return <LicenseHolders subscription={found.holders} organizationId={organizationId} />;
  return <SubscriptionOverview subscription={found.overview} />;
}
