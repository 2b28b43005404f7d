import { graphql } from 'react-relay';
import type { useRemoveLeftRolesMutation } from '../../__generated__/useRemoveLeftRolesMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Removes roles that were left behind. */
export function useRemoveLeftRoles() {
  return useMutationWithErrors<useRemoveLeftRolesMutation>(graphql`
    mutation useRemoveLeftRolesMutation($input: RemoveRolesInput!) {
      removeRoles(input: $input) {
        results {
          id
          user {
            id
            roles
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
