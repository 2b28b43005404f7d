import { graphql } from 'react-relay';
import type { useCreateUsersMutation } from '../../__generated__/useCreateUsersMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** How many users one request creates at most. */
export const createAtOnce = 100;

/** Creates users, or only checks whether they could be. */
export function useCreateUsers() {
  return useMutationWithErrors<useCreateUsersMutation>(graphql`
    mutation useCreateUsersMutation($input: CreateUsersInput!) {
      createUsers(input: $input) {
        results {
          index
          created
          user {
            id
            displayName
            email
          }
          userErrors {
            code
            message
            field
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
