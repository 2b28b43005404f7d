import { graphql } from 'react-relay';
import type { useUpdateSettingsMutation } from '../../__generated__/useUpdateSettingsMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Changes how one's own organization is administered. */
export function useUpdateSettings() {
  return useMutationWithErrors<useUpdateSettingsMutation>(graphql`
    mutation useUpdateSettingsMutation($input: UpdateOrganizationSettingsInput!) {
      updateOrganizationSettings(input: $input) {
        organization {
          ...JustificationSwitch_organization
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
