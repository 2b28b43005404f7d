import { graphql } from 'react-relay';
import type { useRemoveLicensesMutation } from '../__generated__/useRemoveLicensesMutation.graphql';
import { useMutationWithErrors } from '../graphql/useMutationWithErrors';

/** Takes from users their license of a subscription. */
export function useRemoveLicenses() {
  return useMutationWithErrors<useRemoveLicensesMutation>(graphql`
    mutation useRemoveLicensesMutation($input: RemoveLicensesInput!) {
      removeLicenses(input: $input) {
        results {
          id
          user {
            id
            licenses {
              id
              assignedAt
              assignedBy {
                id
                name
              }
              product {
                id
                name
              }
              subscription {
                id
              }
            }
          }
          userErrors {
            message
          }
        }
        subscription {
          id
          assignedSeats
          availableSeats
          ended
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
