import { graphql } from 'react-relay';
import type { useWithdrawOfferMutation } from '../../__generated__/useWithdrawOfferMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Takes a waiting offer back. */
export function useWithdrawOffer() {
  return useMutationWithErrors<useWithdrawOfferMutation>(graphql`
    mutation useWithdrawOfferMutation($input: WithdrawOfferInput!) {
      withdrawOffer(input: $input) {
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
