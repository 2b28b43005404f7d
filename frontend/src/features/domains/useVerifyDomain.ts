import { graphql } from 'react-relay';
import type { useVerifyDomainMutation } from '../../__generated__/useVerifyDomainMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Has the record looked for that proves whose a domain is. The domain says what was found. */
export function useVerifyDomain() {
  return useMutationWithErrors<useVerifyDomainMutation>(graphql`
    mutation useVerifyDomainMutation($input: VerifyDomainInput!) {
      verifyDomain(input: $input) {
        domain {
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
