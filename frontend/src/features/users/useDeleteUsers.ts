import { graphql } from 'react-relay';
import type { useDeleteUsersMutation } from '../../__generated__/useDeleteUsersMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Deletes users: they can be restored for 30 days. */
export function useDeleteUsers() {
  return useMutationWithErrors<useDeleteUsersMutation>(graphql`
    mutation useDeleteUsersMutation($input: DeleteUsersInput!) {
      deleteUsers(input: $input) {
        results {
          id
          user {
            ...UserRow_user
            ...UserAccount_user
            ...UserRoles_user
            ...DeletedUserRow_user
          }
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
