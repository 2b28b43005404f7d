import { graphql } from 'react-relay';
import type { useDisableLeftUsersMutation } from '../../__generated__/useDisableLeftUsersMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Disables users who were left behind. */
export function useDisableLeftUsers() {
  return useMutationWithErrors<useDisableLeftUsersMutation>(graphql`
    mutation useDisableLeftUsersMutation($input: SetUsersEnabledInput!) {
      setUsersEnabled(input: $input) {
        results {
          id
          user {
            id
            enabled
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
