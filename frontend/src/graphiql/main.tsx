import 'graphiql/setup-workers/vite';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { DemoBand } from './DemoBand';
import { stories } from './examples';
import { fetcher } from './fetcher';
import './graphiql.css';

createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <DemoBand />
    <main className="explorer">
      <GraphiQL fetcher={fetcher} defaultTabs={stories} inputValueDeprecation={false} />
    </main>
  </StrictMode>,
);
