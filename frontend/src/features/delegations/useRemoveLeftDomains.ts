import { graphql } from 'react-relay';
import type { useRemoveLeftDomainsMutation } from '../../__generated__/useRemoveLeftDomainsMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Removes domains that were left behind. */
export function useRemoveLeftDomains() {
  return useMutationWithErrors<useRemoveLeftDomainsMutation>(graphql`
    mutation useRemoveLeftDomainsMutation($input: RemoveDomainsInput!) {
      removeDomains(input: $input) {
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
