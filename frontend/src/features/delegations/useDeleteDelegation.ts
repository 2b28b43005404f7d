import { graphql } from 'react-relay';
import type { useDeleteDelegationMutation } from '../../__generated__/useDeleteDelegationMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Deletes one delegated admin, at once and for good. */
export function useDeleteDelegation() {
  return useMutationWithErrors<useDeleteDelegationMutation>(graphql`
    mutation useDeleteDelegationMutation($input: DeleteDelegationInput!) {
      deleteDelegation(input: $input) {
        deletedDelegationId
        delegation {
          id
          status
          version
          terminatedAt
          terminatedBy
          terminationReason
          viewerCanDelete
          receipts {
            id
            ...ReceiptItem_receipt
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
