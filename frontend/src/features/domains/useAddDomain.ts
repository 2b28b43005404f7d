import { graphql } from 'react-relay';
import type { useAddDomainMutation } from '../../__generated__/useAddDomainMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Adds a domain to an organization. */
export function useAddDomain() {
  return useMutationWithErrors<useAddDomainMutation>(graphql`
    mutation useAddDomainMutation($input: AddDomainInput!) {
      addDomain(input: $input) {
        domain {
          id
          ...DomainRow_domain
          ...DomainDetails_domain
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
