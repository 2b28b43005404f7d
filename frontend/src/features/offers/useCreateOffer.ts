import { graphql } from 'react-relay';
import type { useCreateOfferMutation } from '../../__generated__/useCreateOfferMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Creates an offer and sends it. */
export function useCreateOffer() {
  return useMutationWithErrors<useCreateOfferMutation>(graphql`
    mutation useCreateOfferMutation($input: CreateOfferInput!) {
      createOffer(input: $input) {
        offer {
          id
          customerEmail
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
