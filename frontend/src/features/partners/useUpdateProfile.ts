import { graphql } from 'react-relay';
import type { useUpdateProfileMutation } from '../../__generated__/useUpdateProfileMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Changes the public face of the viewer's partner. */
export function useUpdateProfile() {
  return useMutationWithErrors<useUpdateProfileMutation>(graphql`
    mutation useUpdateProfileMutation($input: UpdatePartnerProfileInput!) {
      updatePartnerProfile(input: $input) {
        partner {
          ...PartnerFace_partner
          ...EditProfile_partner
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
