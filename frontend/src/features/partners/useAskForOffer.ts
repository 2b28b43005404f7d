import { graphql } from 'react-relay';
import type { useAskForOfferMutation } from '../../__generated__/useAskForOfferMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Asks a partner for an offer. */
export function useAskForOffer() {
  return useMutationWithErrors<useAskForOfferMutation>(graphql`
    mutation useAskForOfferMutation($input: AskForOfferInput!) {
      askForOffer(input: $input) {
        partner {
          viewerCanAsk
          ...OpenInquiry_partner
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
