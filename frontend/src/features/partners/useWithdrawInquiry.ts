import { graphql } from 'react-relay';
import type { useWithdrawInquiryMutation } from '../../__generated__/useWithdrawInquiryMutation.graphql';
import { useMutationWithErrors } from '../../graphql/useMutationWithErrors';

/** Takes back what one’s own organization asked a partner. */
export function useWithdrawInquiry() {
  return useMutationWithErrors<useWithdrawInquiryMutation>(graphql`
    mutation useWithdrawInquiryMutation($input: WithdrawInquiryInput!) {
      withdrawInquiry(input: $input) {
        partner {
          viewerCanAsk
          ...OpenInquiry_partner
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
