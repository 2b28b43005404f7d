import { graphql } from 'react-relay';
import type { useAssignLicensesMutation } from '../__generated__/useAssignLicensesMutation.graphql';
import { useMutationWithErrors } from '../graphql/useMutationWithErrors';

/** Assigns a license of a subscription to users. */
export function useAssignLicenses() {
  return useMutationWithErrors<useAssignLicensesMutation>(graphql`
    mutation useAssignLicensesMutation($input: AssignLicensesInput!) {
      assignLicenses(input: $input) {
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
