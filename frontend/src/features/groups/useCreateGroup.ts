import { graphql } from 'react-relay';
import type { useCreateGroupMutation } from '../../__generated__/useCreateGroupMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Creates a group of the viewer's partner. */
export function useCreateGroup() {
  return useMutationWithErrors<useCreateGroupMutation>(graphql`
    mutation useCreateGroupMutation($input: CreateGroupInput!) {
      createGroup(input: $input) {
        group {
          id
          name
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
