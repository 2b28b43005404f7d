import { graphql } from 'react-relay';
import type { useGiveUpMutation } from '../../__generated__/useGiveUpMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Gives up a customer: the partner's own end of a delegation. */
export function useGiveUp() {
  return useMutationWithErrors<useGiveUpMutation>(graphql`
    mutation useGiveUpMutation($input: DeleteDelegationInput!) {
      deleteDelegation(input: $input) {
        deletedDelegationId
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
}
