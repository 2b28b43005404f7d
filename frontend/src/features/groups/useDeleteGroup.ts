import { graphql } from 'react-relay';
import type { useDeleteGroupMutation } from '../../__generated__/useDeleteGroupMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Deletes a group with what it holds at customers. */
export function useDeleteGroup() {
  return useMutationWithErrors<useDeleteGroupMutation>(graphql`
    mutation useDeleteGroupMutation($input: DeleteGroupInput!) {
      deleteGroup(input: $input) {
        deletedGroupId @deleteRecord
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
}
