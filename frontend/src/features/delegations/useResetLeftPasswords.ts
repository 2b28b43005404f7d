import { graphql } from 'react-relay';
import type { useResetLeftPasswordsMutation } from '../../__generated__/useResetLeftPasswordsMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Sends a new link to users whose password was left reset. */
export function useResetLeftPasswords() {
  return useMutationWithErrors<useResetLeftPasswordsMutation>(graphql`
    mutation useResetLeftPasswordsMutation($input: ResetPasswordsInput!) {
      resetPasswords(input: $input) {
        results {
          id
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
