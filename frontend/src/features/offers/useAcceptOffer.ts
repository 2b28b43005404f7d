import { graphql } from 'react-relay';
import type { useAcceptOfferMutation } from '../../__generated__/useAcceptOfferMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Accepts an offer. Asks for nothing that would change the offer on screen: what came of it is shown on its own. */
export function useAcceptOffer() {
  return useMutationWithErrors<useAcceptOfferMutation>(graphql`
    mutation useAcceptOfferMutation($input: AcceptOfferInput!) {
      acceptOffer(input: $input) {
        delegation {
          id
          roles
          expiresAt
          receipts {
            action
            at
            body
            signature
            publicKey
          }
        }
        subscription {
          id
          kind
          seats
          endsAt
          product {
            name
          }
        }
        viewer {
          user {
            id
            userName
          }
          organization {
            id
            displayName
          }
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
