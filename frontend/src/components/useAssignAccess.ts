import { graphql } from 'react-relay';
import type { useAssignAccessMutation } from '../__generated__/useAssignAccessMutation.graphql';
import { useMutationWithErrors } from '../graphql/useMutationWithErrors';

/** Says which of the granted roles a group holds at a customer, in place of those that it held there. */
export function useAssignAccess() {
  return useMutationWithErrors<useAssignAccessMutation>(graphql`
    mutation useAssignAccessMutation($input: AssignAccessInput!) {
      assignAccess(input: $input) {
        assignment {
          id
          roles
        }
        delegation {
          id
          viewerRoles
          assignments {
            id
            groupName
            memberCount
            roles
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
