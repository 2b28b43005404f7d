import { graphql } from 'react-relay';
import type { useRemoveGroupMembersMutation } from '../../__generated__/useRemoveGroupMembersMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Takes people out of a group. */
export function useRemoveGroupMembers() {
  return useMutationWithErrors<useRemoveGroupMembersMutation>(graphql`
    mutation useRemoveGroupMembersMutation($input: GroupMembersInput!) {
      removeGroupMembers(input: $input) {
        group {
          ...GroupRow_group
        }
        results {
          id
          userErrors {
            message
          }
        }
      }
    }
  `);
}
