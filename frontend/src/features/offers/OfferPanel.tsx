import { graphql } from 'react-relay';
import type { OfferPanelQuery } from '../../__generated__/OfferPanelQuery.graphql';
import { DetailsPanel } from '../../components/DetailsPanel';
import { EmptyState } from '../../components/EmptyState';
import { PageBoundary } from '../../components/PageBoundary';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { OfferDetails } from './OfferDetails';

/** The details of an offer at the side of the list. */
export function OfferPanel(props: { id: string | undefined; onClose: () => void }) {
  const { id, onClose } = props;
  return (
    <DetailsPanel open={id !== undefined} title="Offer" onClose={onClose}>
      {id !== undefined && (
        <PageBoundary skeleton={<TextSkeleton lines={10} />} resetKey={id} title="The offer could not be read">
          <Loaded id={id} />
        </PageBoundary>
      )}
    </DetailsPanel>
  );
}

function Loaded(props: { id: string }) {
  const { node } = usePageQuery<OfferPanelQuery>(
    graphql`
      query OfferPanelQuery($id: ID!) {
        node(id: $id) {
          ... on Offer @alias(as: "offer") {
            id
            customerEmail
            ...OfferDetails_offer
          }
        }
      }
    `,
    { id: props.id },
  );
  const offer = node?.offer;
  if (!offer) return <EmptyState title="There is no such offer, or you may not see it" />;
  return (
    <>
      <p>To {offer.customerEmail}</p>
      <OfferDetails offer={offer} />
    </>
  );
}
