import { graphql } from 'react-relay';
import type { useUpdateUserMutation } from '../../__generated__/useUpdateUserMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Changes the name, the user name or the address of a user. */
export function useUpdateUser() {
  return useMutationWithErrors<useUpdateUserMutation>(graphql`
    mutation useUpdateUserMutation($input: UpdateUserInput!) {
      updateUser(input: $input) {
        user {
          ...UserRow_user
          ...UserAccount_user
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
