import { graphql } from 'react-relay';
import type { useAssignRolesMutation } from '../../__generated__/useAssignRolesMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Assigns roles to users. */
export function useAssignRoles() {
  return useMutationWithErrors<useAssignRolesMutation>(graphql`
    mutation useAssignRolesMutation($input: AssignRolesInput!) {
      assignRoles(input: $input) {
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
