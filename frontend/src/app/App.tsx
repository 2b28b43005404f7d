import { FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { RouterProvider } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { Toasts } from '../components/Toasts';
import { createEnvironment } from '../graphql/environment';
import { SessionProvider } from '../graphql/session';
import { darkTheme, lightTheme, useTheme } from '../lib/theme';
import { AppError } from './AppError';
import { createAppRouter } from './router';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

/** The whole app. */
export function App() {
  const { dark } = useTheme();
  const styles = useStyles();
  const [router] = useState(() => createAppRouter());
  return (
    <FluentProvider theme={dark ? darkTheme : lightTheme}>
      {/* On the provider itself these styles would reach every menu and dialog. */}
      <div className={styles.root}>
        <ErrorBoundary fallback={(error, retry) => <AppError error={error} onRetry={retry} />}>
          <SessionProvider create={createEnvironment}>
            <Toasts>
              <RouterProvider router={router} />
            </Toasts>
          </SessionProvider>
        </ErrorBoundary>
      </div>
    </FluentProvider>
  );
}
