import { type ReactNode, Suspense, useState } from 'react';

/** Around a dialog or panel that is made `lazily`: nothing before it is opened for the first time, and it from then on. */
export function Opened(props: { when: boolean; children: ReactNode }) {
  const { when, children } = props;
  const [ever, setEver] = useState(when);
  if (when && !ever) setEver(true);
  return ever && <Suspense fallback={null}>{children}</Suspense>;
}
