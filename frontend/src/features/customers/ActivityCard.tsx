import { graphql } from 'react-relay';
import type { ActivityCardQuery } from '../../__generated__/ActivityCardQuery.graphql';
import { CalmBoundary } from '../../components/CalmBoundary';
import { DelegationActivity } from '../../components/DelegationActivity';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { Card } from './Card';

/** What the viewer's partner did at this customer. */
export function ActivityCard(props: { organizationId: string }) {
  return (
    <Card title="Your activity">
      <PageBoundary skeleton={<TextSkeleton lines={4} />} title="The activity could not be shown">
        <CalmBoundary calm={{ NOT_FOUND: null /* the page tells */ }}>
          <Activity id={props.organizationId} />
        </CalmBoundary>
      </PageBoundary>
    </Card>
  );
}

function Activity(props: { id: string }) {
  const { node } = usePageQuery<ActivityCardQuery>(
    graphql`
      query ActivityCardQuery($id: ID!) {
        node(id: $id) {
          ... on Organization {
            viewerDelegation {
              ...DelegationActivity_delegation
            }
          }
        }
      }
    `,
    props,
    { fetchPolicy: 'network-only' },
  );
  const delegation = node?.viewerDelegation;
  if (!delegation) return null;
  return (
    <DelegationActivity
      delegation={delegation}
      empty="What you and your colleagues do in this organization is listed here, and the customer sees it too."
    />
  );
}
