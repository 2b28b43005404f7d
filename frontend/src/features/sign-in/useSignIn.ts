import { graphql } from 'react-relay';
import type { useSignInMutation } from '../../__generated__/useSignInMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Signs in with user name and password. */
export function useSignIn() {
  return useMutationWithErrors<useSignInMutation>(graphql`
    mutation useSignInMutation($input: SignInInput!) {
      signIn(input: $input) {
        viewer {
          user {
            id
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
