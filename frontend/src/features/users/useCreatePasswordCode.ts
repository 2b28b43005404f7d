import { graphql } from 'react-relay';
import type { useCreatePasswordCodeMutation } from '../../__generated__/useCreatePasswordCodeMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Makes a one-time code for a user without an address. The answer has the code this once. */
export function useCreatePasswordCode() {
  return useMutationWithErrors<useCreatePasswordCodeMutation>(graphql`
    mutation useCreatePasswordCodeMutation($input: CreatePasswordCodeInput!) {
      createPasswordCode(input: $input) {
        code
        expiresAt
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
}
