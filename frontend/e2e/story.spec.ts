import { createPublicKey, verify } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { type Hands, keyboard, mouse } from './hands.ts';
import type { Mailbox } from './mailbox.ts';
import { arriveAt, expect, password, test } from './test.ts';

const nobody = 'There are no delegated administrators associated with your account.';

for (const [name, hands] of [
  ['by click', mouse],
  ['with the keyboard alone', keyboard],
] as const) {
  test(`the story of an offer, ${name}`, async ({ person, mailbox }) => {
    test.setTimeout(240_000);
    const [lidia, alex, joni] = [await person(), await person(), await person()];

    await test.step('a partner sends an offer, and sees before what the customer will see', () =>
      send(lidia, hands, mailbox));
    await test.step('the customer reads it signed out, strikes a role, shortens the time, and says Yes', () =>
      accept(alex, hands));
    await test.step('the partner is in the list of delegated admins', () => findInList(alex, hands));
    await test.step('a person of the partner acts on behalf of the customer', () => act(joni, hands));
    await test.step('the customer sees it live', async () => {
      const activity = alex.getByRole('region', { name: 'Activity' });
      await expect(activity.getByText('Joni Sherman')).toBeVisible();
      await expect(activity.getByText('Northwind help desk')).toBeVisible();
      await hands.leave(alex, alex.getByRole('dialog'));
      await expect(alex.getByRole('dialog')).toHaveCount(0);
    });
    await test.step('the customer deletes the partner, whose open page loses its data at once', () =>
      remove(alex, joni, hands));
    await test.step('the partner is told by mail', async () => {
      await mailbox.next('partners@fabrikam.example', /^Fabrikam is no longer a delegated admin of Northwind$/);
    });
  });
}

async function enter(page: Page, hands: Hands, userName: string): Promise<void> {
  await arriveAt(page, 'Sign in');
  await hands.type(page.getByLabel('User name'), userName);
  await hands.type(page.getByLabel('Password'), password);
  await hands.press(page.getByRole('button', { name: 'Sign in' }));
}

async function send(page: Page, hands: Hands, mailbox: Mailbox): Promise<void> {
  await page.goto('/');
  await enter(page, hands, 'admin@fabrikam.example');
  await arriveAt(page, 'Home');
  await hands.press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Offers' }));
  await arriveAt(page, 'Offers');
  await hands.press(page.getByRole('button', { name: 'New offer' }));
  await arriveAt(page, 'New offer');

  const preview = page.getByRole('region', { name: 'What the customer will see' });
  await expect(preview).toContainText('Choose a role');
  await hands.type(page.getByRole('textbox', { name: 'To' }), 'admin@northwind.example');
  await hands.press(page.getByRole('button', { name: 'Administration' }));
  await hands.type(page.getByLabel('Message (optional)'), 'As agreed on the phone.');
  for (const words of [
    'Fabrikam asks to be a delegated admin of your organization',
    'fabrikam.example',
    'As agreed on the phone.',
    'User Administrator',
    'License Administrator',
    'Domain Name Administrator',
    '1 year',
    'Fabrikam: terms of administration',
  ]) {
    await expect(preview).toContainText(words);
  }

  const before = await mailbox.ids('admin@northwind.example');
  await hands.press(page.getByRole('button', { name: 'Send' }));
  await arriveAt(page, 'Offers');
  const row = page.getByRole('row', { name: /admin@northwind\.example/ }).first();
  await expect(row).toContainText('Waiting');
  await expect(row).toContainText('Delivered'); // by itself, once the mail is out
  const mail = await mailbox.next(
    'admin@northwind.example',
    /^Fabrikam asks to be a delegated admin of Northwind$/,
    before,
  );
  expect(mail.link).toMatch(/\/authorize#[\w-]{43}$/);
}

async function accept(page: Page, hands: Hands): Promise<void> {
  await page.goto('/mailbox?to=admin%40northwind.example');
  await hands.press(page.getByRole('link', { name: 'Fabrikam asks to be a delegated admin of Northwind' }).first());
  await hands.press(page.frameLocator('iframe').getByRole('link').first());

  await arriveAt(page, 'Fabrikam asks to be a delegated admin of your organization'); // strangers don't learn of which
  for (const words of ['Verified domain', 'As agreed on the phone.', 'Fabrikam: terms of administration']) {
    await expect(page.getByText(words)).toBeVisible();
  }
  await expect(page.getByRole('radio', { name: 'Yes' })).not.toBeChecked();
  await expect(page.getByRole('radio', { name: 'No', exact: true })).not.toBeChecked();
  await hands.mark(page.getByRole('checkbox', { name: 'License Administrator' }));
  await hands.mark(page.getByRole('radio', { name: '90 days' }));
  await hands.mark(page.getByRole('radio', { name: 'Yes' }));
  await hands.press(page.getByRole('button', { name: 'Next' }));

  await enter(page, hands, 'admin@northwind.example');
  await arriveAt(page, 'Fabrikam asks to be a delegated admin of Northwind');
  await expect(page.getByText('You are signed in as Alex Wilber')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'License Administrator' })).not.toBeChecked();
  await expect(page.getByRole('checkbox', { name: 'User Administrator' })).toBeChecked();
  await expect(page.getByRole('radio', { name: '90 days' })).toBeChecked();
  await expect(page.getByRole('radio', { name: 'Yes' })).toBeChecked();
  await hands.press(page.getByRole('button', { name: 'Next' }));

  await arriveAt(page, 'Fabrikam is now a delegated admin of Northwind');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    hands.press(page.getByRole('button', { name: 'Download the receipt' })),
  ]);
  const receipt = JSON.parse(await readFile(await download.path(), 'utf8'));
  expect(holds(receipt), 'the signature of the receipt').toBe(true);
  expect(receipt.body).toContain('USER_ADMINISTRATOR');
  expect(receipt.body).not.toContain('LICENSE_ADMINISTRATOR');
}

interface ReceiptFile {
  body: string;
  signature: string;
  publicKey: string;
}

/** Checks a receipt as anybody can: with the key in it, and nothing of ours. */
function holds({ body, signature, publicKey }: ReceiptFile): boolean {
  const x = Buffer.from(publicKey, 'base64').toString('base64url');
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  return verify(null, Buffer.from(body), key, Buffer.from(signature, 'base64'));
}

async function findInList(page: Page, hands: Hands): Promise<void> {
  await hands.press(page.getByRole('link', { name: 'Delegated Admin', exact: true }));
  await arriveAt(page, 'Home');
  await hands.press(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Overview' }));
  await arriveAt(page, 'Support overview');
  await hands.press(page.getByRole('main').getByRole('link', { name: 'Manage delegated admins' }).first());
  await arriveAt(page, 'Delegated admins');
  const row = page.getByRole('row', { name: /Fabrikam/ });
  await expect(row).toContainText('Active');
  await expect(row).toContainText('User Administrator, Domain Name Administrator');
  await expect(row).toContainText('never used');

  await hands.press(row.getByRole('link', { name: 'Fabrikam' }));
  const panel = page.getByRole('dialog');
  await expect(panel).toContainText('Accepted by');
  await expect(panel).toContainText('Alex Wilber (admin@northwind.example)');
  await hands.press(panel.getByRole('tab', { name: 'History' }));
  await expect(panel).toContainText('Struck: License Administrator.');
  await expect(panel).toContainText('Shortened from 1 year.');
  await hands.press(panel.getByRole('tab', { name: 'Activity' }));
  await expect(panel).toContainText('Alex Wilber accepted the offer of Fabrikam');
}

async function act(page: Page, hands: Hands): Promise<void> {
  await page.goto('/partner/customers');
  await enter(page, hands, 'tech@fabrikam.example');
  await arriveAt(page, 'Customers');
  await hands.press(page.getByRole('link', { name: 'Northwind' }));
  await arriveAt(page, 'Northwind');
  await expect(page.getByRole('region', { name: 'On behalf of a customer' })).toContainText(
    'You are administering Northwind as Fabrikam · User Administrator, Domain Name Administrator · until',
  );
  await expect(page).toHaveTitle(/Northwind/);

  await hands.press(page.getByRole('button', { name: 'Edit' }));
  await hands.type(page.getByRole('textbox', { name: 'Name' }), 'Northwind help desk');
  await hands.type(page.getByLabel('E-mail'), 'help@northwind.example');
  await hands.type(page.getByLabel('Telephone'), '+1 425 555 0199');
  await hands.press(page.getByRole('button', { name: 'Save' }));
  await expect(page.getByRole('region', { name: 'Technical contact' })).toContainText('Northwind help desk');
  await expect(page.getByRole('button', { name: 'Edit' })).toBeFocused();
}

async function remove(customer: Page, partner: Page, hands: Hands): Promise<void> {
  const row = customer.getByRole('row', { name: /Fabrikam/ });
  await hands.mark(row.getByRole('checkbox', { name: 'Select Fabrikam' }));
  await hands.press(customer.getByRole('button', { name: 'Delete' }));
  const dialog = customer.getByRole('alertdialog');
  await expect(dialog).toContainText('Delete Fabrikam as a delegated admin?');
  await expect(dialog).toContainText(
    'They will no longer be able to access or modify your organization. This takes effect at once.',
  );
  await expect(dialog.getByRole('button', { name: 'No' })).toBeFocused(); // the safe one
  await hands.press(dialog.getByRole('button', { name: 'Yes' }));
  await expect(dialog).toContainText('Confirm: 1 delegated admin will be deleted.');
  await hands.type(dialog.getByLabel('Reason (optional)'), 'The project is over.');

  await expect(partner.getByText('Northwind help desk').first()).toBeVisible();
  const told = customer
    .waitForResponse((r) => (r.request().postData() ?? '').includes('The project is over.'))
    .then(async (r) => {
      await r.finished();
      return Date.now();
    });
  const lost = partner
    .getByText('Your access to this customer has ended.')
    .waitFor()
    .then(() => Date.now());
  await hands.press(dialog.getByRole('button', { name: 'Delete' }));
  const [toldAt, lostAt] = await Promise.all([told, lost]);
  expect(lostAt - toldAt, 'milliseconds from the answer to the loss').toBeLessThanOrEqual(2000);

  expect(await partner.content()).not.toContain('Northwind');
  await partner.goBack(); // to the list, which has it no more
  await arriveAt(partner, 'Customers');
  await expect(partner.getByRole('link', { name: 'Contoso' })).toBeVisible();
  await expect(partner.getByRole('link', { name: 'Northwind' })).toHaveCount(0);
  await partner.goForward();
  await expect(partner.getByText('Your access to this customer has ended.')).toBeVisible();
  expect(await partner.content()).not.toContain('Northwind');

  await expect(customer.getByText(nobody)).toBeVisible();
  await expect(customer.getByText('Fabrikam was deleted as a delegated admin.')).toBeVisible();
}
