import { graphql } from 'react-relay';
import type { useRemoveLeftLicensesMutation } from '../../__generated__/useRemoveLeftLicensesMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Removes licenses that were left behind. */
export function useRemoveLeftLicenses() {
  return useMutationWithErrors<useRemoveLeftLicensesMutation>(graphql`
    mutation useRemoveLeftLicensesMutation($input: RemoveLicensesInput!) {
      removeLicenses(input: $input) {
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
