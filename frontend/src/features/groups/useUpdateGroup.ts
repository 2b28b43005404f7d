import { graphql } from 'react-relay';
import type { useUpdateGroupMutation } from '../../__generated__/useUpdateGroupMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Changes the name, the description or the default roles of a group. */
export function useUpdateGroup() {
  return useMutationWithErrors<useUpdateGroupMutation>(graphql`
    mutation useUpdateGroupMutation($input: UpdateGroupInput!) {
      updateGroup(input: $input) {
        group {
          ...GroupRow_group
          ...GroupSettings_group
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
