import { graphql } from 'react-relay';
import type { useReportOfferMutation } from '../../__generated__/useReportOfferMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Reports an offer to those who run the service. */
export function useReportOffer() {
  return useMutationWithErrors<useReportOfferMutation>(graphql`
    mutation useReportOfferMutation($input: ReportOfferInput!) {
      reportOffer(input: $input) {
        offer {
          partner {
            reportedOffers
          }
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
