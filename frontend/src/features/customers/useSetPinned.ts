import { graphql } from 'react-relay';
import type { useSetPinnedMutation } from '../../__generated__/useSetPinnedMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Pins a customer for the viewer, or no more. */
export function useSetPinned() {
  return useMutationWithErrors<useSetPinnedMutation>(graphql`
    mutation useSetPinnedMutation($input: SetCustomerPinnedInput!) {
      setCustomerPinned(input: $input) {
        delegation {
          viewerPinned
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
