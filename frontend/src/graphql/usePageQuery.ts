import { createContext, useContext } from 'react';
import { type FetchPolicy, useLazyLoadQuery } from 'react-relay';
import type { GraphQLTaggedNode, OperationType } from 'relay-runtime';

/** How often Retry was pressed on this page: another number makes Relay ask again. */
export const AttemptContext = createContext(0);

/**
 * Reads the query of a page, which suspends until it is there. Shows what is in the store at once and asks again
 * behind it; Retry of the page's error boundary asks anew. `fetchKey` asks again when it changes.
 */
export function usePageQuery<Q extends OperationType>(
  query: GraphQLTaggedNode,
  variables: Q['variables'],
  options: { fetchKey?: string | number; fetchPolicy?: FetchPolicy } = {},
): Q['response'] {
  const attempt = useContext(AttemptContext);
  return useLazyLoadQuery<Q>(query, variables, {
    fetchKey: `${attempt}/${options.fetchKey ?? ''}`,
    fetchPolicy: options.fetchPolicy ?? 'store-and-network',
  });
}
