import { graphql } from 'react-relay';
import type { useSetUsersProtectedMutation } from '../../__generated__/useSetUsersProtectedMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Protects users from delegated admins, or ends that. */
export function useSetUsersProtected() {
  return useMutationWithErrors<useSetUsersProtectedMutation>(graphql`
    mutation useSetUsersProtectedMutation($input: SetUsersProtectedInput!) {
      setUsersProtected(input: $input) {
        results {
          id
          user {
            ...UserRow_user
            ...UserAccount_user
            ...UserRoles_user
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
