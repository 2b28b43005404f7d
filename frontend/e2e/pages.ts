import type { Page } from '@playwright/test';
import { arriveAt, expect } from './test.ts';

/** A page of the app in a state that is worth to be looked at. */
export interface View {
  name: string;
  /** Whose; nobody who is signed in when left out. */
  who?: string;
  open: (page: Page, links: Links) => Promise<void>;
}

/** Links of mails that the demo begins with. */
export interface Links {
  /** Fabrikam to Northwind, with a trial. */
  northwind: string;
  /** Wingtip to somebody at Contoso who may not accept. */
  contoso: string;
  /** Fabrikam to an address of no organization, with a trial. */
  nobody: string;
}

const megan = 'admin@contoso.example';
const adele = 'adele@contoso.example';
const alex = 'admin@northwind.example';
const lidia = 'admin@fabrikam.example';
const joni = 'tech@fabrikam.example';
const diego = 'admin@wingtip.example';

const at = (path: string, title: string | RegExp) => async (page: Page) => {
  await page.goto(path);
  await arriveAt(page, title);
};

async function admins(page: Page): Promise<void> {
  await page.goto('/support/delegated-admins');
  await expect(page.getByRole('row', { name: /Fabrikam/ })).toBeVisible();
}

async function details(page: Page, tab?: string): Promise<void> {
  await admins(page);
  await page.getByRole('link', { name: 'Fabrikam' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('Accepted by')).toBeVisible();
  if (!tab) return;
  await panel.getByRole('tab', { name: tab }).click();
  const shown: Record<string, string> = { History: 'Granted', 'Left behind': 'Users they created' };
  await expect(panel.getByText(shown[tab] ?? 'accepted the offer of').first()).toBeVisible();
}

async function group(page: Page, tab?: string): Promise<void> {
  await page.goto('/groups');
  await page.getByRole('link', { name: 'Admin agents' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByText('Joni Sherman')).toBeVisible();
  if (!tab) return;
  await panel.getByRole('tab', { name: tab }).click();
  await expect(panel.getByRole('button', { name: tab === 'Access' ? 'Give access' : 'Save' })).toBeVisible();
}

async function selectAll(page: Page): Promise<void> {
  await admins(page);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await expect(page.getByRole('button', { name: 'Delete' })).toBeVisible();
}

async function deleteDialog(page: Page): Promise<void> {
  await selectAll(page);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('Delete 2 delegated admins?');
  await expect(page.getByRole('alertdialog')).toContainText('1 user created by Fabrikam');
}

async function authorize(page: Page, link: string, title: string): Promise<void> {
  await page.goto(link);
  await arriveAt(page, title);
  await expect(page.getByRole('heading', { name: 'Delegated administration' })).toBeVisible();
}

const asksNorthwind = 'Fabrikam asks to be a delegated admin of Northwind';
const asksAnybody = 'Fabrikam asks to be a delegated admin of your organization';
const asksContoso = 'Wingtip asks to be a delegated admin of Contoso';

async function choose(page: Page, answer: 'Yes' | 'No'): Promise<void> {
  await page.getByRole('radio', { name: answer, exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
}

async function customer(page: Page): Promise<void> {
  await page.goto('/partner/customers');
  await page.getByRole('link', { name: 'Contoso' }).click();
  await arriveAt(page, 'Contoso');
  await expect(page.getByText('Contoso IT desk')).toBeVisible();
  await expect(page.getByText(/tried or bought|until/).first()).toBeVisible();
}

async function newOffer(page: Page): Promise<void> {
  await page.goto('/partner/offers/new');
  await arriveAt(page, 'New offer');
  await page.getByRole('textbox', { name: 'To' }).fill('admin@northwind.example');
  await page.getByRole('button', { name: 'Administration' }).click();
  await page.getByLabel('Message (optional)').fill('As agreed on the phone: we look after your users.');
  await page.getByRole('radio', { name: 'Trial' }).click();
}

async function offerPanel(page: Page): Promise<void> {
  await page.goto('/partner/offers');
  await page
    .getByRole('row', { name: /admin@northwind\.example/ })
    .first()
    .getByRole('button')
    .click();
  await expect(page.getByRole('dialog').getByText('Roles asked for')).toBeVisible();
}

async function withdrawDialog(page: Page): Promise<void> {
  await offerPanel(page);
  await page.getByRole('button', { name: 'Withdraw' }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
}

async function users(page: Page): Promise<void> {
  await page.goto('/users');
  await expect(page.getByRole('row', { name: /Adele Vance/ })).toBeVisible();
}

async function someUsers(page: Page, command: string): Promise<void> {
  await users(page);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: command }).click();
  await expect(page.getByRole('alertdialog')).toBeVisible();
}

async function subscription(page: Page): Promise<void> {
  await page.goto('/billing/licenses');
  await page.getByRole('link', { name: 'Business Standard' }).click();
  await expect(page.getByRole('dialog').getByText('Adele Vance')).toBeVisible();
}

async function unproved(page: Page): Promise<void> {
  await page.goto('/domains');
  await page.getByRole('link', { name: 'contoso-labs.example' }).click();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Verify' })).toBeVisible();
}

async function user(page: Page, tab?: string): Promise<void> {
  await users(page);
  await page.getByRole('link', { name: 'Adele Vance' }).click();
  const panel = page.getByRole('dialog');
  await expect(panel.getByRole('switch', { name: 'Protected from delegated admins' })).toBeVisible();
  if (tab) await panel.getByRole('tab', { name: tab }).click();
}

/** Every page, and every dialog that opens on one. None of them changes anything. */
export const views: readonly View[] = [
  { name: 'sign-in', open: at('/sign-in', 'Sign in') },
  { name: 'sign-in-link', open: at('/sign-in-link#YqPjTnZcUv0eUoOq4Pq0J2TzqfR3Ck1nXcV1d0bJ6mE', 'Choose a password') },
  {
    name: 'confirm-email',
    open: at('/confirm-email#YqPjTnZcUv0eUoOq4Pq0J2TzqfR3Ck1nXcV1d0bJ6mE', 'Confirm your new address'),
  },
  {
    name: 'weekly-digest',
    open: at('/weekly-digest#YqPjTnZcUv0eUoOq4Pq0J2TzqfR3Ck1nXcV1d0bJ6mE', 'Weekly mail'),
  },
  { name: 'password-code', open: at('/password-code', 'Choose a password') },
  { name: 'not-found', open: at('/no/such/page', 'Page not found') },
  { name: 'home', who: megan, open: at('/', 'Home') },
  { name: 'home-partner', who: lidia, open: at('/', 'Home') },
  { name: 'home-calm', who: adele, open: at('/', 'Home') },
  { name: 'support', who: megan, open: at('/support', 'Support overview') },
  { name: 'delegated-admins', who: megan, open: admins },
  {
    name: 'delegated-admins-none',
    who: alex,
    open: async (page) => {
      await page.goto('/support/delegated-admins');
      await expect(page.getByText('There are no delegated administrators')).toBeVisible();
    },
  },
  { name: 'delegated-admins-selected', who: megan, open: selectAll },
  { name: 'delegated-admins-details', who: megan, open: (page) => details(page) },
  { name: 'delegated-admins-activity', who: megan, open: (page) => details(page, 'Activity') },
  { name: 'delegated-admins-behind', who: megan, open: (page) => details(page, 'Left behind') },
  { name: 'delegated-admins-history', who: megan, open: (page) => details(page, 'History') },
  { name: 'delete-question', who: megan, open: deleteDialog },
  {
    name: 'delete-confirmation',
    who: megan,
    open: async (page) => {
      await deleteDialog(page);
      await page.getByRole('button', { name: 'Yes' }).click();
      await expect(page.getByRole('alertdialog')).toContainText('Confirm: 2 delegated admins');
    },
  },
  { name: 'users', who: megan, open: users },
  { name: 'users-delete', who: megan, open: (page) => someUsers(page, 'Delete') },
  { name: 'users-roles', who: megan, open: (page) => someUsers(page, 'Manage roles') },
  { name: 'user', who: megan, open: (page) => user(page) },
  { name: 'user-roles', who: megan, open: (page) => user(page, 'Roles') },
  { name: 'user-activity', who: megan, open: (page) => user(page, 'Activity') },
  {
    name: 'user-licenses',
    who: megan,
    open: async (page) => {
      await user(page, 'Licenses');
      await expect(page.getByRole('checkbox', { name: 'Business Standard' })).toBeVisible();
    },
  },
  {
    name: 'users-licenses',
    who: megan,
    open: async (page) => {
      await someUsers(page, 'Manage product licenses');
      await expect(page.getByRole('radio', { name: /Enterprise Suite/ })).toBeVisible();
    },
  },
  {
    name: 'user-edit',
    who: megan,
    open: async (page) => {
      await user(page);
      await page.getByRole('button', { name: 'Edit' }).click();
      await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
    },
  },
  {
    name: 'users-export',
    who: megan,
    open: async (page) => {
      await users(page);
      await page.getByRole('button', { name: 'Export users' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    },
  },
  {
    name: 'new-user',
    who: megan,
    open: async (page) => {
      await page.goto('/users/new');
      await page.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(page.getByText('Enter their name.')).toBeVisible();
    },
  },
  {
    name: 'import-users',
    who: megan,
    open: async (page) => {
      await page.goto('/users/import');
      await page
        .getByLabel('Or paste the text')
        .fill('Name,UPN,Roles\nEnrico Cattaneo,enrico@contoso.example,\nJohanna,johanna@elsewhere.example,Emperor');
      await expect(page.getByText('2 users found.')).toBeVisible();
    },
  },
  {
    name: 'import-users-checked',
    who: megan,
    open: async (page) => {
      await page.goto('/users/import');
      await page
        .getByLabel('Or paste the text')
        .fill('Name,UPN,Roles\nEnrico Cattaneo,enrico@contoso.example,\nJohanna,johanna@elsewhere.example,Emperor');
      await page.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Nothing is created yet' })).toBeVisible();
    },
  },
  {
    name: 'roles',
    who: megan,
    open: async (page) => {
      await page.goto('/roles');
      await expect(page.getByRole('link', { name: 'Directory Reader' })).toBeVisible();
    },
  },
  {
    name: 'role',
    who: megan,
    open: async (page) => {
      await page.goto('/roles?role=global_administrator');
      await expect(page.getByRole('heading', { name: 'In full' })).toBeVisible();
    },
  },
  {
    name: 'role-holders',
    who: megan,
    open: async (page) => {
      await page.goto('/roles?role=user_administrator&tab=holders');
      await expect(page.getByRole('dialog').getByText(/through Admin agents/)).toBeVisible();
    },
  },
  {
    name: 'permissions',
    who: megan,
    open: async (page) => {
      await page.goto('/roles/permissions');
      await expect(page.getByText('users.create')).toBeVisible();
    },
  },
  {
    name: 'products',
    who: megan,
    open: async (page) => {
      await page.goto('/billing/products');
      await page.getByRole('link', { name: 'Business Standard' }).click();
      await expect(page.getByRole('dialog').getByText('6 of 25 seats taken')).toBeVisible();
    },
  },
  { name: 'license-holders', who: megan, open: subscription },
  {
    name: 'license-assign',
    who: megan,
    open: async (page) => {
      await subscription(page);
      await page.getByRole('button', { name: 'Assign licenses' }).click();
      await expect(page.getByRole('checkbox', { name: /Nestor Wilke/ })).toBeVisible();
    },
  },
  { name: 'domain', who: megan, open: unproved },
  {
    name: 'domain-add',
    who: megan,
    open: async (page) => {
      await page.goto('/domains');
      await page.getByRole('button', { name: 'Add domain' }).click();
      await expect(page.getByRole('textbox', { name: 'Domain' })).toBeFocused();
    },
  },
  { name: 'users-deleted', who: megan, open: at('/users/deleted', 'Deleted users') },
  {
    name: 'audit-log',
    who: megan,
    open: async (page) => {
      await page.goto('/audit-log');
      await expect(page.getByText('accepted the offer of').first()).toBeVisible();
    },
  },
  {
    name: 'customers',
    who: joni,
    open: async (page) => {
      await page.goto('/partner/customers');
      await expect(page.getByRole('link', { name: 'Contoso' })).toBeVisible();
    },
  },
  { name: 'customer', who: joni, open: customer },
  {
    name: 'customer-users',
    who: joni,
    open: async (page) => {
      await customer(page);
      await page.getByRole('main').getByRole('link', { name: 'Active users' }).click();
      await expect(page.getByRole('row', { name: /Adele Vance/ })).toBeVisible();
    },
  },
  {
    name: 'customer-licenses',
    who: joni,
    open: async (page) => {
      await customer(page);
      await page.goto(`${page.url()}/billing/licenses`);
      await expect(page.getByRole('link', { name: 'Business Standard' })).toBeVisible();
    },
  },
  {
    name: 'customer-contact',
    who: joni,
    open: async (page) => {
      await customer(page);
      await page.getByRole('button', { name: 'Edit' }).click();
      await expect(page.getByRole('textbox', { name: 'Name' })).toBeFocused();
    },
  },
  {
    name: 'customer-give-up',
    who: lidia,
    open: async (page) => {
      await customer(page);
      await page.getByRole('button', { name: 'Give up this customer' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
    },
  },
  {
    name: 'offers',
    who: diego,
    open: async (page) => {
      await page.goto('/partner/offers');
      await expect(page.getByRole('row', { name: /Accepted/ })).toBeVisible();
    },
  },
  { name: 'partners', who: alex, open: at('/partners', 'Find a partner') },
  {
    name: 'partner-ask',
    who: alex,
    open: async (page) => {
      await page.goto('/partners');
      await page.getByRole('link', { name: 'Fabrikam' }).click();
      await page.getByRole('button', { name: 'Ask for an offer' }).click();
      await expect(page.getByRole('dialog', { name: 'Ask Fabrikam for an offer' })).toBeVisible();
    },
  },
  {
    name: 'partner-edit',
    who: diego,
    open: async (page) => {
      await page.goto('/partners');
      await page.getByRole('link', { name: 'Wingtip' }).click();
      await page.getByRole('button', { name: 'Edit profile' }).click();
      await expect(page.getByRole('dialog', { name: 'Edit profile' })).toBeVisible();
    },
  },
  {
    name: 'groups',
    who: lidia,
    open: async (page) => {
      await page.goto('/groups');
      await expect(page.getByRole('link', { name: 'Admin agents' })).toBeVisible();
    },
  },
  { name: 'group-members', who: lidia, open: (page) => group(page) },
  {
    name: 'group-add',
    who: lidia,
    open: async (page) => {
      await group(page);
      await page.getByRole('button', { name: 'Add people' }).click();
      const dialog = page.getByRole('dialog', { name: 'Add people to Admin agents' });
      await expect(dialog.getByRole('checkbox', { name: /Joni Sherman/ })).toBeVisible();
    },
  },
  { name: 'group-access', who: lidia, open: (page) => group(page, 'Access') },
  {
    name: 'group-access-edit',
    who: lidia,
    open: async (page) => {
      await group(page, 'Access');
      await page.getByRole('button', { name: 'Edit roles at Contoso' }).click();
      await expect(page.getByRole('alertdialog')).toContainText('What Admin agents may do at Contoso');
    },
  },
  {
    name: 'group-access-give',
    who: lidia,
    open: async (page) => {
      await group(page, 'Access');
      await page.getByRole('button', { name: 'Give access' }).click();
      await expect(page.getByRole('radio', { name: 'Contoso' })).toBeVisible();
    },
  },
  { name: 'group-settings', who: lidia, open: (page) => group(page, 'Settings') },
  {
    name: 'group-new',
    who: lidia,
    open: async (page) => {
      await page.goto('/groups');
      await page.getByRole('button', { name: 'New group' }).click();
      await expect(page.getByRole('dialog', { name: 'New group' })).toBeVisible();
    },
  },
  { name: 'customer-access', who: lidia, open: customer },
  { name: 'offer', who: lidia, open: offerPanel },
  { name: 'offer-withdraw', who: lidia, open: withdrawDialog },
  { name: 'new-offer', who: lidia, open: newOffer },
  {
    name: 'new-offer-faults',
    who: lidia,
    open: async (page) => {
      await page.goto('/partner/offers/new');
      await page.getByRole('button', { name: 'Send' }).click();
      await expect(page.getByText('Ask for at least one role.')).toBeVisible();
    },
  },
  { name: 'authorize', open: (page, { northwind }) => authorize(page, northwind, asksAnybody) },
  { name: 'authorize-signed-in', who: alex, open: (page, { northwind }) => authorize(page, northwind, asksNorthwind) },
  { name: 'authorize-not-allowed', who: adele, open: (page, { contoso }) => authorize(page, contoso, asksContoso) },
  {
    name: 'authorize-account',
    who: alex,
    open: async (page, { northwind }) => {
      await authorize(page, northwind, asksNorthwind);
      await choose(page, 'Yes');
      await expect(page.getByRole('heading', { name: 'Start the trial for Northwind' })).toBeVisible();
    },
  },
  {
    name: 'authorize-new-organization',
    open: async (page, { nobody }) => {
      await authorize(page, nobody, asksAnybody);
      await choose(page, 'No');
      await page.getByRole('button', { name: 'Create and start the trial' }).click();
      await expect(page.getByText('Enter the name of your organization.')).toBeVisible();
    },
  },
  {
    name: 'authorize-decline',
    who: adele,
    open: async (page, { contoso }) => {
      await authorize(page, contoso, asksContoso);
      await page.getByRole('button', { name: 'Decline the offer' }).click();
      await expect(page.getByRole('heading', { name: 'Decline the offer of Wingtip?' })).toBeVisible();
    },
  },
  {
    name: 'authorize-no-offer',
    open: at('/authorize#YqPjTnZcUv0eUoOq4Pq0J2TzqfR3Ck1nXcV1d0bJ6mE', 'This link leads to no offer'),
  },
  {
    name: 'menu',
    who: megan,
    open: async (page) => {
      await page.goto('/support');
      await arriveAt(page, 'Support overview');
      await page.getByRole('button', { name: 'Account of Megan Bowen' }).click();
      await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
    },
  },
  {
    name: 'change-email',
    who: megan,
    open: async (page) => {
      await page.goto('/support');
      await page.getByRole('button', { name: 'Account of Megan Bowen' }).click();
      await page.getByRole('menuitem', { name: 'Change e-mail address' }).click();
      await expect(page.getByRole('textbox', { name: 'New address' })).toBeFocused();
    },
  },
  {
    name: 'search',
    who: megan,
    open: async (page) => {
      await page.goto('/support');
      await arriveAt(page, 'Support overview');
      await page.getByRole('button', { name: 'Search' }).click();
      await page.getByRole('combobox', { name: 'Search' }).fill('a');
      await expect(page.getByRole('option', { name: 'Fabrikam' }).first()).toBeVisible();
    },
  },
  { name: 'mailbox', open: at('/mailbox', 'Mailbox') },
  {
    name: 'mail',
    open: async (page) => {
      await page.goto('/mailbox?to=admin%40northwind.example');
      await page.getByRole('link', { name: /asks to be a delegated admin/ }).click();
      await expect(page.frameLocator('iframe').getByRole('link').first()).toBeVisible();
    },
  },
];
