import { useCallback, useRef, useState } from 'react';
import { commitMutation, useRelayEnvironment } from 'react-relay';
import type { GraphQLTaggedNode, MutationParameters, SelectorStoreUpdater } from 'relay-runtime';
import { ApiError, type UserError, UserErrors } from './errors';

interface Options<M extends MutationParameters> {
  updater?: SelectorStoreUpdater<M['response']>;
}

/**
 * A mutation as a promise: `[commit, busy]`. It resolves with the response, and rejects with UserErrors (what the person
 * can mend; select `userErrors { code message field }`) or with ApiError (the rest). While one is on its way, `busy` is true.
 */
export function useMutationWithErrors<M extends MutationParameters>(
  mutation: GraphQLTaggedNode,
): [commit: (variables: M['variables'], options?: Options<M>) => Promise<M['response']>, busy: boolean] {
  const environment = useRelayEnvironment();
  const [count, setCount] = useState(0);
  const environmentRef = useRef(environment);
  environmentRef.current = environment;

  const commit = useCallback(
    (variables: M['variables'], options: Options<M> = {}) => {
      setCount((n) => n + 1);
      return new Promise<M['response']>((resolve, reject) => {
        commitMutation<M>(environmentRef.current, {
          mutation,
          variables,
          ...options,
          onCompleted: (response) => {
            const errors = userErrorsOf(response);
            if (errors.length > 0) reject(new UserErrors(errors));
            else resolve(response);
          },
          onError: (error) => reject(error instanceof ApiError ? error : new ApiError('INTERNAL', error.message)),
        });
      }).finally(() => setCount((n) => n - 1));
    },
    [mutation],
  );
  return [commit, count > 0];
}

function userErrorsOf(response: unknown): readonly UserError[] {
  return Object.values(response ?? {}).flatMap(
    (payload) => (payload as { userErrors?: readonly UserError[] } | null)?.userErrors ?? [],
  );
}
