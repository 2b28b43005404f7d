import { graphql } from 'react-relay';
import type { HomePageQuery } from '../../__generated__/HomePageQuery.graphql';
import { PageBoundary } from '../../components/PageBoundary';
import { PageHeader } from '../../components/PageHeader';
import { CardsSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { Attention } from './Attention';

/** The first page: what needs attention. */
export function HomePage() {
  const { viewer } = usePageQuery<HomePageQuery>(
    graphql`
      query HomePageQuery {
        viewer {
          user {
            displayName
          }
          organization {
            displayName
          }
          partner {
            id
          }
          canManageOffers
          canReadDelegatedAdmins
          canReadAuditLog
        }
      }
    `,
    {},
  );
  if (!viewer) return null; // signed out a moment ago: the frame leads to the sign-in page
  return (
    <>
      <PageHeader
        title="Home"
        sentence={`Welcome, ${viewer.user.displayName}. This is what needs attention at ${viewer.organization.displayName}.`}
      />
      <PageBoundary skeleton={<CardsSkeleton cards={3} />} title="What needs attention could not be read">
        <Attention
          admins={viewer.canReadDelegatedAdmins}
          audit={viewer.canReadAuditLog}
          partner={viewer.partner !== null && viewer.partner !== undefined}
          offers={viewer.canManageOffers}
        />
      </PageBoundary>
    </>
  );
}
