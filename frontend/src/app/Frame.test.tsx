import { FluentProvider } from '@fluentui/react-components';
import { createMemoryHistory, RouterProvider } from '@tanstack/react-router';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMockEnvironment, type MockEnvironment } from 'relay-test-utils';
import { expect, it, vi } from 'vitest';
import { SessionProvider } from '../graphql/session';
import { createAppRouter } from './router';

const viewer = {
  user: { id: 'usr_1', displayName: 'Megan Bowen', userName: 'admin@contoso.example' },
  organization: { id: 'org_1', displayName: 'Contoso' },
  partner: null,
  canManageOffers: false,
  canReadUsers: false,
  canReadDomains: false,
  canReadSubscriptions: false,
  canReadDelegatedAdmins: true,
  canReadAuditLog: true,
};

/** The app at an address, with the answer to its first question. */
async function open(path: string, root: { demo?: boolean; viewer: object | null }) {
  const environment: MockEnvironment = createMockEnvironment();
  const router = createAppRouter(createMemoryHistory({ initialEntries: [path] }));
  const { demo = false } = root;
  environment.mock.queueOperationResolver(() => ({ data: { installation: { demo }, viewer: root.viewer } }));
  render(
    <FluentProvider>
      <SessionProvider create={() => environment as never}>
        <RouterProvider router={router} />
      </SessionProvider>
    </FluentProvider>,
  );
  return { environment, router };
}

it('leads who is signed out to the sign-in page, and remembers the way back once', async () => {
  const { router } = await open('/support/delegated-admins?status=ended#x', { viewer: null });
  await waitFor(() => expect(router.latestLocation.pathname).toBe('/sign-in'));
  await new Promise((resolve) => setTimeout(resolve, 200)); // time enough to go round in a circle
  expect(router.latestLocation.href).toBe('/sign-in?return=%2Fsupport%2Fdelegated-admins%3Fstatus%3Dended#x');
});

it('shows the places that the viewer may open, and where one is', async () => {
  await open('/support', { viewer });
  const navigation = await screen.findByRole('navigation', { name: 'Main' });
  const links = within(navigation).getAllByRole('link');
  expect(links.map((link) => link.textContent)).toEqual([
    'Home',
    'Overview',
    'Manage delegated admins',
    'Find a partner',
    'Audit log',
  ]);
  expect(links.filter((link) => link.getAttribute('aria-current') === 'page').map((link) => link.textContent)).toEqual([
    'Overview',
  ]);
  expect(screen.getAllByRole('banner')[0]?.textContent).toContain('Contoso');
});

it('says on each page of a demo that it is one, and on no other', async () => {
  await open('/support', { demo: true, viewer });
  expect((await screen.findByRole('complementary', { name: 'Demo' })).textContent).toContain('nothing here is real');
  expect(screen.getByRole('link', { name: 'mailbox' }).getAttribute('href')).toBe('/mailbox');
});

it('shows no demo band where it is meant', async () => {
  await open('/support', { viewer });
  await screen.findByRole('navigation', { name: 'Main' });
  expect(screen.queryByRole('complementary', { name: 'Demo' })).toBeNull();
});

it('says that an address leads nowhere', async () => {
  await open('/nowhere', { viewer });
  expect(await screen.findByRole('heading', { name: 'Page not found' })).toBeTruthy();
});

it('shows on behalf the places of the customer in the address', async () => {
  await open('/partner/customers/org_9/users', { viewer: { ...viewer, partner: { id: 'ptn_1' } } });
  const customer = await screen.findByRole('list', { name: 'This customer' });
  const links = within(customer).getAllByRole('link');
  expect(links.map((link) => link.getAttribute('href'))).toEqual([
    '/partner/customers/org_9',
    '/partner/customers/org_9/users',
    '/partner/customers/org_9/users/deleted',
    '/partner/customers/org_9/roles',
    '/partner/customers/org_9/billing/products',
    '/partner/customers/org_9/billing/licenses',
    '/partner/customers/org_9/domains',
  ]);
  expect(links[1]?.getAttribute('aria-current')).toBe('page');
});

it('lets people of a partner switch the customer on a phone, from the menu, and brings them back', async () => {
  const matches = vi.spyOn(window, 'matchMedia').mockImplementation(
    (query) => Object.assign(new EventTarget(), { matches: true, media: query }) as never, // a phone
  );
  const user = userEvent.setup({ delay: null });
  await open('/support', { viewer: { ...viewer, partner: { id: 'ptn_1' } } });
  const menu = await screen.findByRole('button', { name: 'Menu' });
  await user.click(menu);
  await user.click(await screen.findByRole('button', { name: 'Switch customer' }));
  await screen.findByRole('combobox', { name: 'Switch customer' });
  await waitFor(() => expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull());
  await user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(menu));
  matches.mockRestore();
});

it('brings people back to the button of their menu when they leave a dialog that it opened', async () => {
  const user = userEvent.setup({ delay: null });
  await open('/support', { viewer: { ...viewer, user: { ...viewer.user, email: null, weeklyDigest: true } } });
  for (const item of ['Change e-mail address', 'Weekly mail']) {
    await user.click(await screen.findByRole('button', { name: 'Account of Megan Bowen' }));
    await user.click(await screen.findByRole('menuitem', { name: item }));
    await screen.findByRole('heading', { name: item });
    await user.keyboard('{Escape}');
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Account of Megan Bowen' })),
    );
  }
});
