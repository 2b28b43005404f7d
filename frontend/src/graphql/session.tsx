import { createContext, type ReactNode, useContext, useState } from 'react';
import { RelayEnvironmentProvider } from 'react-relay';
import type { Environment } from 'relay-runtime';

interface Session {
  /** Forgets everything that was read so far and asks anew: after a sign-in, or an acceptance that signs in. */
  renew(): void;
}

const SessionContext = createContext<Session>({ renew: () => undefined });

/** A session that the server ends again so soon is told as an error, not by starting over: that could go on for ever. */
const calm = 5_000;

/** Gives the app its environment, and a new one for each session. `create` gets what to do when the server knows no session. */
export function SessionProvider(props: { create: (onSignedOut: () => void) => Environment; children: ReactNode }) {
  const { create, children } = props;
  const [{ environment, session }, set] = useState(start);

  function start() {
    const born = Date.now();
    const renew = () => set(start());
    const onSignedOut = () => {
      if (Date.now() - born > calm) renew();
    };
    return { environment: create(onSignedOut), session: { renew } };
  }

  return (
    <SessionContext value={session}>
      <RelayEnvironmentProvider environment={environment}>{children}</RelayEnvironmentProvider>
    </SessionContext>
  );
}

export function useSession(): Session {
  return useContext(SessionContext);
}
