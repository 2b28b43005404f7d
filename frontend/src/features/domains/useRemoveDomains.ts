import { graphql } from 'react-relay';
import type { useRemoveDomainsMutation } from '../../__generated__/useRemoveDomainsMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Removes domains that nobody uses. */
export function useRemoveDomains() {
  return useMutationWithErrors<useRemoveDomainsMutation>(graphql`
    mutation useRemoveDomainsMutation($input: RemoveDomainsInput!) {
      removeDomains(input: $input) {
        results {
          id
          domain {
            ...DomainRow_domain
          }
          userErrors {
            message
          }
        }
        removedDomainIds @deleteRecord
        userErrors {
          code
          message
          field
        }
      }
    }
  `);
}
