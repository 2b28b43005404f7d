import { graphql } from 'react-relay';
import type { useRedeemPasswordCodeMutation } from '../../__generated__/useRedeemPasswordCodeMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Sets the password of the person for whom an admin made a one-time code, and signs them in. */
export function useRedeemPasswordCode() {
  return useMutationWithErrors<useRedeemPasswordCodeMutation>(graphql`
    mutation useRedeemPasswordCodeMutation($input: RedeemPasswordCodeInput!) {
      redeemPasswordCode(input: $input) {
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
