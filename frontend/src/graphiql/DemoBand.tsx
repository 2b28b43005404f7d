import { useEffect, useState } from 'react';
import { post } from '../graphql/http';

/** Says that this is a demo, when it is one. */
export function DemoBand() {
  const [demo, setDemo] = useState(false);
  useEffect(() => {
    post(JSON.stringify({ query: '{ installation { demo } }' }), 'application/graphql-response+json')
      .then((response) => response.json())
      .then((answer) => setDemo(answer?.data?.installation?.demo === true))
      .catch(() => undefined); // the explorer itself tells what is wrong
  }, []);
  if (!demo) return null;
  return (
    <aside aria-label="Demo" className="demo">
      Demo: nothing here is real. Mail is in the{' '}
      <a href="/mailbox" target="_blank" rel="noopener">
        mailbox
      </a>
      . <a href="/">Back to the app</a>
    </aside>
  );
}
