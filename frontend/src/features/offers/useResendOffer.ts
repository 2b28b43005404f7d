import { graphql } from 'react-relay';
import type { useResendOfferMutation } from '../../__generated__/useResendOfferMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Sends the mail of a waiting offer again, with a new link. */
export function useResendOffer() {
  return useMutationWithErrors<useResendOfferMutation>(graphql`
    mutation useResendOfferMutation($input: ResendOfferInput!) {
      resendOffer(input: $input) {
        offer {
          id
          ...OfferRow_offer
          ...OfferDetails_offer
        }
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
}
