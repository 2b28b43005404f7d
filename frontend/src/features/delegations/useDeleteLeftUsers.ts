import { graphql } from 'react-relay';
import type { useDeleteLeftUsersMutation } from '../../__generated__/useDeleteLeftUsersMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Deletes users who were left behind. */
export function useDeleteLeftUsers() {
  return useMutationWithErrors<useDeleteLeftUsersMutation>(graphql`
    mutation useDeleteLeftUsersMutation($input: DeleteUsersInput!) {
      deleteUsers(input: $input) {
        results {
          id
          userErrors {
            message
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
