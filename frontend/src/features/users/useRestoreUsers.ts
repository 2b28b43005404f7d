import { graphql } from 'react-relay';
import type { useRestoreUsersMutation } from '../../__generated__/useRestoreUsersMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Restores deleted users. */
export function useRestoreUsers() {
  return useMutationWithErrors<useRestoreUsersMutation>(graphql`
    mutation useRestoreUsersMutation($input: RestoreUsersInput!) {
      restoreUsers(input: $input) {
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
