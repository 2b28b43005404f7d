import { graphql } from 'react-relay';
import type { useRemoveRolesMutation } from '../../__generated__/useRemoveRolesMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Removes roles from users. */
export function useRemoveRoles() {
  return useMutationWithErrors<useRemoveRolesMutation>(graphql`
    mutation useRemoveRolesMutation($input: RemoveRolesInput!) {
      removeRoles(input: $input) {
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
