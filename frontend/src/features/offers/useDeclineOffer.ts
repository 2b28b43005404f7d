import { graphql } from 'react-relay';
import type { useDeclineOfferMutation } from '../../__generated__/useDeclineOfferMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Declines an offer. */
export function useDeclineOffer() {
  return useMutationWithErrors<useDeclineOfferMutation>(graphql`
    mutation useDeclineOfferMutation($input: DeclineOfferInput!) {
      declineOffer(input: $input) {
        offer {
          id
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
