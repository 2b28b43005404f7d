import { graphql } from 'react-relay';
import type { useSignOutMutation } from '../../__generated__/useSignOutMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Ends the session of this browser. */
export function useSignOut() {
  return useMutationWithErrors<useSignOutMutation>(graphql`
    mutation useSignOutMutation {
      signOut {
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
}
