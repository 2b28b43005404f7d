import { graphql } from 'react-relay';
import type { useSubscriptionsQuery } from '../../__generated__/useSubscriptionsQuery.graphql';
import { usePageQuery } from '../../graphql/usePageQuery';
import { count, shortDate } from '../../lib/time';

/** A subscription of which licenses can be assigned or removed. */
export interface Seats {
  readonly id: string;
  readonly name: string;
  /** Whether none can be assigned any more: it has ended, or every seat is taken. */
  readonly full: boolean;
  readonly ended: boolean;
  /** “19 of 25 licenses available, until May 9, 2027”. */
  readonly words: string;
}

/** The subscriptions of an organization, newest first, for those who may assign their licenses. Suspends. */
export function useSubscriptions(organizationId: string): readonly Seats[] {
  const { node } = usePageQuery<useSubscriptionsQuery>(
    graphql`
      query useSubscriptionsQuery($id: ID!) {
        node(id: $id) {
          ... on Organization {
            subscriptions(first: 100) {
              edges {
                node {
                  id
                  seats
                  availableSeats
                  endsAt
                  ended
                  product {
                    id
                    name
                  }
                }
              }
            }
          }
        }
      }
    `,
    { id: organizationId },
  );
  return (node?.subscriptions?.edges ?? []).map(({ node: { id, seats, availableSeats, endsAt, ended, product } }) => ({
    id,
    name: product.name,
    full: availableSeats === 0,
    ended,
    words: ended
      ? `Ended ${shortDate(endsAt)}`
      : `${availableSeats.toLocaleString('en')} of ${count(seats, 'license')} available, until ${shortDate(endsAt)}`,
  }));
}
