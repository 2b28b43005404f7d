import { graphql } from 'react-relay';
import type { useUpdateContactMutation } from '../../__generated__/useUpdateContactMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Changes the technical contact of an organization. */
export function useUpdateContact() {
  return useMutationWithErrors<useUpdateContactMutation>(graphql`
    mutation useUpdateContactMutation($input: UpdateOrganizationContactInput!) {
      updateOrganizationContact(input: $input) {
        organization {
          id
          ...ContactCard_organization
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
