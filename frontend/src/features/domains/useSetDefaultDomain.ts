import { graphql } from 'react-relay';
import type { useSetDefaultDomainMutation } from '../../__generated__/useSetDefaultDomainMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Makes a domain the default of its organization, in place of the one before. */
export function useSetDefaultDomain() {
  return useMutationWithErrors<useSetDefaultDomainMutation>(graphql`
    mutation useSetDefaultDomainMutation($input: SetDefaultDomainInput!) {
      setDefaultDomain(input: $input) {
        domain {
          ...DomainRow_domain
          ...DomainDetails_domain
        }
        before {
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
