import { createDOMRenderer, FluentProvider, RendererProvider } from '@fluentui/react-components';
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { createMockEnvironment, type MockEnvironment } from 'relay-test-utils';
import { PageBoundary } from '../components/PageBoundary';
import { Toasts } from '../components/Toasts';
import { getDataID } from '../graphql/identity';
import { SessionProvider } from '../graphql/session';
import { lightTheme } from '../lib/theme';

interface Options {
  /** The address of the page, such as `/frame/partner/customers/org_1?tab=contact`. */
  path?: string;
  /** The route's id in the app when the page reads its address, such as `/frame/partner/customers/$organizationId`. */
  route?: string;
  environment?: MockEnvironment;
}

/** An environment that answers nothing by itself, and knows objects as the app's own does. */
export function createEnvironment(): MockEnvironment {
  return createMockEnvironment({ getDataID });
}

/**
 * Renders a page as the app would: with a router in memory, theme, toasts, boundaries and a mock environment. Every other
 * address shows “at <address>”. Waits until the page is there.
 */
export async function renderPage(page: ReactNode, options: Options = {}) {
  const { path = '/', route = '/frame/', environment = createEnvironment() } = options;
  const environments: MockEnvironment[] = [];
  const [, layout = 'frame', rest = '/'] = /^\/(frame|plain)(\/.*)$/.exec(route) ?? [];

  const root = createRootRoute({ component: Outlet });
  const parent = createRoute({ getParentRoute: () => root, id: layout });
  const leaf = createRoute({
    getParentRoute: () => parent,
    path: rest,
    component: () => <PageBoundary skeleton={<p>Loading</p>}>{page}</PageBoundary>,
  });
  const elsewhere = createRoute({
    getParentRoute: () => root,
    path: '$',
    component: () => <p>at {router.latestLocation.href}</p>,
  });
  const router = createRouter({
    routeTree: root.addChildren([parent.addChildren([leaf]), elsewhere]),
    history: createMemoryHistory({ initialEntries: [path] }),
  });
  await router.load();

  const user = userEvent.setup({ delay: null });
  // What hides something is written; other styles are left out: jsdom holds each rule against each element it is asked about.
  const renderer = createDOMRenderer(document, {
    unstable_filterCSSRule: (rule) => /display:none|visibility:/.test(rule),
  });
  const create = () => {
    const next = environments.length === 0 ? environment : createEnvironment();
    environments.push(next);
    return next as never;
  };
  const view = render(
    <RendererProvider renderer={renderer}>
      <FluentProvider theme={lightTheme}>
        <SessionProvider create={create}>
          <Toasts>
            {/* biome-ignore lint/suspicious/noExplicitAny: another router than the app's */}
            <RouterProvider router={router as any} />
          </Toasts>
        </SessionProvider>
      </FluentProvider>
    </RendererProvider>,
  );
  return { ...view, user, environment, environments, router };
}
