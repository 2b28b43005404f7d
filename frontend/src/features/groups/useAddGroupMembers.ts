import { graphql } from 'react-relay';
import type { useAddGroupMembersMutation } from '../../__generated__/useAddGroupMembersMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Puts people into a group. */
export function useAddGroupMembers() {
  return useMutationWithErrors<useAddGroupMembersMutation>(graphql`
    mutation useAddGroupMembersMutation($input: GroupMembersInput!) {
      addGroupMembers(input: $input) {
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
