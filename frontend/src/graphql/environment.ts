import { Environment, type FetchFunction, Network, Observable, RecordSource, Store } from 'relay-runtime';
import { ApiError } from './errors';
import { send } from './http';
import { getDataID } from './identity';
import { listen } from './live';

/** Makes an environment with an empty store. A person's data goes with it: each sign-in and sign-out gets a new one. */
export function createEnvironment(onSignedOut: () => void): Environment {
  const told = (error: unknown) => {
    if (error instanceof ApiError && error.code === 'UNAUTHENTICATED') onSignedOut();
  };
  const fetch: FetchFunction = (request, variables) =>
    Observable.from(
      send(request, variables).catch((error: unknown) => {
        told(error);
        throw error;
      }),
    );
  return new Environment({
    network: Network.create(fetch, (request, variables) => listen(request, variables).do({ error: told })),
    getDataID,
    store: new Store(new RecordSource(), { gcReleaseBufferSize: 10 }),
  });
}
