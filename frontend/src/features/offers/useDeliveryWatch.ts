import { useEffect } from 'react';
import { fetchQuery, graphql, useRelayEnvironment } from 'react-relay';
import type { useDeliveryWatchQuery } from '../../__generated__/useDeliveryWatchQuery.graphql';

const first = 2_000;
const longest = 60_000;

/** Asks now and then how far mails got that are not delivered yet, while the page is looked at. */
export function useDeliveryWatch(ids: readonly string[]): void {
  const environment = useRelayEnvironment();
  const key = ids.slice(0, 100).join(' ');
  useEffect(() => {
    if (key === '') return;
    let delay = first;
    let request: { unsubscribe(): void } | undefined;
    let timer = setTimeout(ask, delay);
    function ask() {
      delay = Math.min(delay * 2, longest);
      timer = setTimeout(ask, delay);
      if (document.visibilityState !== 'visible') return;
      request = fetchQuery<useDeliveryWatchQuery>(
        environment,
        graphql`
          query useDeliveryWatchQuery($ids: [ID!]!) {
            nodes(ids: $ids) {
              id
              ... on Offer {
                status
                delivery {
                  status
                  attempts
                  deliveredAt
                  lastError
                }
              }
            }
          }
        `,
        { ids: key.split(' ') },
      ).subscribe({ error: () => undefined }); // asked again later anyway
    }
    return () => {
      clearTimeout(timer);
      request?.unsubscribe();
    };
  }, [environment, key]);
}
