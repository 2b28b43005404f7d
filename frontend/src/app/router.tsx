import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouterHistory,
} from '@tanstack/react-router';
import { CardsSkeleton, PageSkeleton, TextSkeleton } from '../components/skeletons';
import { expectArrival } from '../lib/arrival';
import { Frame } from './Frame';
import { NotFoundPage } from './NotFoundPage';
import { Plain } from './Plain';
import { Root } from './Root';

const root = createRootRoute({ component: Root, notFoundComponent: NotFoundPage });

// Signed in, with the navigation.
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
// Signed in or not, one column.
const plain = createRoute({ getParentRoute: () => root, id: 'plain', component: Plain });

/** Keeps from the address what a page's state is made of: text only, empty values left out. */
function textOf<K extends string>(...names: K[]) {
  return (search: Record<string, unknown>): { [name in K]?: string } =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = search[name];
        return typeof value === 'string' && value !== '' ? [[name, value]] : [];
      }),
    ) as { [name in K]?: string };
}

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/HomePage'), 'HomePage'),
  pendingComponent: CardsSkeleton,
});
const support = createRoute({
  getParentRoute: () => frame,
  path: '/support',
  component: lazyRouteComponent(() => import('../features/support/SupportPage'), 'SupportPage'),
  pendingComponent: TextSkeleton,
});
const delegatedAdmins = createRoute({
  getParentRoute: () => frame,
  path: '/support/delegated-admins',
  validateSearch: textOf('search', 'status', 'sort', 'admin', 'delegation', 'tab'),
  component: lazyRouteComponent(() => import('../features/delegations/DelegatedAdminsPage'), 'DelegatedAdminsPage'),
});
const auditLog = createRoute({
  getParentRoute: () => frame,
  path: '/audit-log',
  validateSearch: textOf('search', 'kind', 'result', 'action', 'delegation', 'person', 'object', 'since', 'until'),
  component: lazyRouteComponent(() => import('../features/audit/AuditLogPage'), 'AuditLogPage'),
});
const customers = createRoute({
  getParentRoute: () => frame,
  path: '/partner/customers',
  validateSearch: textOf('search', 'sort'),
  component: lazyRouteComponent(() => import('../features/customers/CustomerListPage'), 'CustomerListPage'),
});
const customer = createRoute({
  getParentRoute: () => frame,
  path: '/partner/customers/$organizationId',
  validateSearch: textOf('tab'),
  component: lazyRouteComponent(() => import('../features/customers/CustomerPage'), 'CustomerPage'),
});

// The same pages for one's own organization and for the customer in the address.
const organizationPages = [organizationAt(''), organizationAt('/partner/customers/$organizationId')] as const;
function organizationAt<P extends string>(base: P) {
  return [
    createRoute({
      getParentRoute: () => frame,
      path: `${base}/users` as const,
      validateSearch: textOf('search', 'signIn', 'role', 'created', 'licensed', 'sort', 'user', 'tab'),
      component: lazyRouteComponent(() => import('../features/users/ActiveUsersPage'), 'ActiveUsersPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: `${base}/users/deleted` as const,
      validateSearch: textOf('search', 'sort'),
      component: lazyRouteComponent(() => import('../features/users/DeletedUsersPage'), 'DeletedUsersPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: `${base}/users/new` as const,
      component: lazyRouteComponent(() => import('../features/users/NewUserPage'), 'NewUserPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: `${base}/users/import` as const,
      component: lazyRouteComponent(() => import('../features/users/ImportUsersPage'), 'ImportUsersPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: `${base}/roles` as const,
      validateSearch: textOf('role', 'tab'),
      component: lazyRouteComponent(() => import('../features/roles/RoleListPage'), 'RoleListPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: `${base}/billing/products` as const,
      validateSearch: textOf('product', 'kind', 'ends', 'seats', 'subscription', 'tab'),
      component: lazyRouteComponent(() => import('../features/licenses/ProductListPage'), 'ProductListPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: `${base}/billing/licenses` as const,
      validateSearch: textOf('product', 'kind', 'ends', 'seats', 'subscription', 'tab'),
      component: lazyRouteComponent(() => import('../features/licenses/LicenseListPage'), 'LicenseListPage'),
    }),
    createRoute({
      getParentRoute: () => frame,
      path: `${base}/domains` as const,
      validateSearch: textOf('search', 'status', 'domain'),
      component: lazyRouteComponent(() => import('../features/domains/DomainListPage'), 'DomainListPage'),
    }),
  ] as const;
}
const permissions = createRoute({
  getParentRoute: () => frame,
  path: '/roles/permissions',
  validateSearch: textOf('role'),
  component: lazyRouteComponent(() => import('../features/roles/PermissionsPage'), 'PermissionsPage'),
});
const groups = createRoute({
  getParentRoute: () => frame,
  path: '/groups',
  validateSearch: textOf('search', 'group', 'tab'),
  component: lazyRouteComponent(() => import('../features/groups/GroupListPage'), 'GroupListPage'),
});
const partners = createRoute({
  getParentRoute: () => frame,
  path: '/partners',
  validateSearch: textOf('search', 'country', 'service'),
  component: lazyRouteComponent(() => import('../features/partners/PartnerListPage'), 'PartnerListPage'),
});
const partner = createRoute({
  getParentRoute: () => frame,
  path: '/partners/$partnerId',
  component: lazyRouteComponent(() => import('../features/partners/PartnerPage'), 'PartnerPage'),
  pendingComponent: TextSkeleton,
});
const offers = createRoute({
  getParentRoute: () => frame,
  path: '/partner/offers',
  validateSearch: textOf('status', 'offer'),
  component: lazyRouteComponent(() => import('../features/offers/OfferListPage'), 'OfferListPage'),
});
const newOffer = createRoute({
  getParentRoute: () => frame,
  path: '/partner/offers/new',
  validateSearch: textOf('customer', 'roles'),
  component: lazyRouteComponent(() => import('../features/offers/NewOfferPage'), 'NewOfferPage'),
});

const signIn = createRoute({
  getParentRoute: () => plain,
  path: '/sign-in',
  validateSearch: textOf('return'),
  component: lazyRouteComponent(() => import('../features/sign-in/SignInPage'), 'SignInPage'),
  pendingComponent: TextSkeleton,
});
const signInLink = createRoute({
  getParentRoute: () => plain,
  path: '/sign-in-link',
  component: lazyRouteComponent(() => import('../features/sign-in/SignInLinkPage'), 'SignInLinkPage'),
  pendingComponent: TextSkeleton,
});
const confirmEmail = createRoute({
  getParentRoute: () => plain,
  path: '/confirm-email',
  component: lazyRouteComponent(() => import('../features/sign-in/ConfirmEmailPage'), 'ConfirmEmailPage'),
  pendingComponent: TextSkeleton,
});
const weeklyDigest = createRoute({
  getParentRoute: () => plain,
  path: '/weekly-digest',
  component: lazyRouteComponent(() => import('../features/digest/WeeklyDigestPage'), 'WeeklyDigestPage'),
  pendingComponent: TextSkeleton,
});
const passwordCode = createRoute({
  getParentRoute: () => plain,
  path: '/password-code',
  component: lazyRouteComponent(() => import('../features/sign-in/PasswordCodePage'), 'PasswordCodePage'),
  pendingComponent: TextSkeleton,
});
const authorize = createRoute({
  getParentRoute: () => plain,
  path: '/authorize',
  component: lazyRouteComponent(() => import('../features/offers/AuthorizePage'), 'AuthorizePage'),
  pendingComponent: TextSkeleton,
});

const routeTree = root.addChildren([
  frame.addChildren([
    home,
    support,
    delegatedAdmins,
    auditLog,
    customers,
    customer,
    ...organizationPages.flat(),
    permissions,
    groups,
    partners,
    partner,
    offers,
    newOffer,
  ]),
  plain.addChildren([signIn, signInLink, confirmEmail, weeklyDigest, passwordCode, authorize]),
]);

/** The pages and their addresses. Each page is a file of its own for the browser, fetched when it is needed. */
export function createAppRouter(history?: RouterHistory) {
  const router = createRouter({
    routeTree,
    ...(history ? { history } : {}),
    defaultPreload: 'intent',
    defaultPendingComponent: PageSkeleton,
    scrollRestoration: true,
  });
  router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) expectArrival();
  });
  return router;
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
