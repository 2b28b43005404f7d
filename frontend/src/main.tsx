import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { ApiError } from './graphql/errors';
import './app/app.css';

createRoot(document.getElementById('root') as HTMLElement, {
  // What the server refuses is told on the page; anything else is a fault of ours.
  onCaughtError: (error) => {
    if (!(error instanceof ApiError)) reportError(error);
  },
}).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
