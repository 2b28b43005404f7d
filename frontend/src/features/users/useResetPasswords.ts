import { graphql } from 'react-relay';
import type { useResetPasswordsMutation } from '../../__generated__/useResetPasswordsMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Sends each user a link to choose a new password. */
export function useResetPasswords() {
  return useMutationWithErrors<useResetPasswordsMutation>(graphql`
    mutation useResetPasswordsMutation($input: ResetPasswordsInput!) {
      resetPasswords(input: $input) {
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
