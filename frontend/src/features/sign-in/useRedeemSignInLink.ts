import { graphql } from 'react-relay';
import type { useRedeemSignInLinkMutation } from '../../__generated__/useRedeemSignInLinkMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Sets the password of the person for whom a one-time link was made, and signs them in. */
export function useRedeemSignInLink() {
  return useMutationWithErrors<useRedeemSignInLinkMutation>(graphql`
    mutation useRedeemSignInLinkMutation($input: RedeemSignInLinkInput!) {
      redeemSignInLink(input: $input) {
        viewer {
          user {
            id
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
