import { graphql } from 'react-relay';
import type { useSetUsersEnabledMutation } from '../../__generated__/useSetUsersEnabledMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Disables or enables users. */
export function useSetUsersEnabled() {
  return useMutationWithErrors<useSetUsersEnabledMutation>(graphql`
    mutation useSetUsersEnabledMutation($input: SetUsersEnabledInput!) {
      setUsersEnabled(input: $input) {
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
