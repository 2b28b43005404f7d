import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { arriveAt, expect, test } from './test.ts';

const asks = /asks to be /;

async function choose(page: Page, answer: 'Yes' | 'No'): Promise<void> {
  await page.getByRole('radio', { name: answer, exact: true }).click();
  await page.getByRole('button', { name: 'Next' }).click();
}

test('a trial for people without an organization creates one, and makes them its Global Administrator', async ({
  page,
  mailbox,
  person,
}) => {
  const { link } = await mailbox.next('office@adventure-works.example', asks);
  await page.goto(link);
  await arriveAt(page, 'Fabrikam asks to be a delegated admin of your organization');
  await choose(page, 'Yes');

  await expect(page.getByRole('heading', { name: 'Create your account' })).toBeFocused();
  await page.getByLabel('Name of the organization').fill('Adventure Works');
  await expect(page.getByLabel('First part of its domain')).toHaveValue('adventure-works');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Nestor Wilke');
  await page.getByLabel('Your user name, before the @').fill('nestor');
  await page.getByLabel(/^Password/).fill('short');
  await page.getByRole('button', { name: 'Create and start the trial' }).click();
  await expect(page.getByLabel(/^Password/)).toBeFocused(); // it is too short
  await page.getByLabel(/^Password/).fill('amber kettle walks home');
  await page.getByRole('button', { name: 'Create and start the trial' }).click();

  await arriveAt(page, 'Fabrikam is now a delegated admin of Adventure Works');
  const userName = 'nestor@adventure-works.delegated-admin.example';
  await expect(page.getByText(userName)).toBeVisible();
  await expect(page.getByText('The trial of Business Standard for 25 seats began')).toBeVisible();
  await page.getByRole('link', { name: 'Manage delegated admins' }).click();
  await expect(page.getByRole('dialog').getByText('Nestor Wilke')).toBeVisible(); // signed in, and it was he who accepted

  const again = await person();
  await again.goto('/');
  await again.getByLabel('User name').fill(userName);
  await again.getByLabel('Password').fill('amber kettle walks home');
  await again.getByRole('button', { name: 'Sign in' }).click();
  await expect(again.getByText('Welcome, Nestor Wilke.')).toBeVisible();
});

test('a customer takes the trial and says No to delegated administration', async ({ person, mailbox }) => {
  const alex = await person('admin@northwind.example');
  await alex.goto((await mailbox.next('admin@northwind.example', asks)).link);
  await choose(alex, 'No');
  await expect(alex.getByText('Delegated administration: No. Fabrikam gets no access.')).toBeVisible();
  await alex.getByRole('button', { name: 'Start the trial' }).click();
  await arriveAt(alex, 'The trial has begun, without delegated administration');
  await alex.goto('/support/delegated-admins');
  await expect(alex.getByText('There are no delegated administrators associated with your account.')).toBeVisible();
  const lidia = await person('admin@fabrikam.example');
  await lidia.goto('/partner/customers');
  await expect(lidia.getByRole('link', { name: 'Contoso' })).toBeVisible();
  await expect(lidia.getByText('Northwind')).toHaveCount(0);
});

test('a customer declines with a reason, which the partner reads, and the link is dead', async ({
  person,
  mailbox,
}) => {
  const { link } = await mailbox.next('adele@contoso.example', asks);
  const megan = await person('admin@contoso.example');
  await megan.goto(link);
  await arriveAt(megan, 'Wingtip asks to be a delegated admin of Contoso');
  await choose(megan, 'No');
  await expect(megan.getByRole('heading', { name: 'Decline the offer of Wingtip?' })).toBeFocused();
  await megan.getByLabel('Reason (optional)').fill('We have help already.');
  await megan.getByRole('button', { name: 'Decline' }).click();
  await arriveAt(megan, 'You declined the offer of Wingtip');
  await megan.reload();
  await arriveAt(megan, 'This offer was declined');

  await mailbox
    .next('admin@wingtip.example', /declined/i)
    .catch(() => mailbox.next('partners@wingtip.example', /declined/i));
  const diego = await person('admin@wingtip.example');
  await diego.goto('/partner/offers?status=DECLINED');
  await diego
    .getByRole('row', { name: /adele@contoso\.example/ })
    .getByRole('button')
    .click();
  await expect(diego.getByRole('dialog').getByText('“We have help already.”')).toBeVisible();
});

test('a partner sends an offer again, and takes it back: links from before are dead', async ({ person, mailbox }) => {
  const to = 'admin@northwind.example';
  const first = await mailbox.next(to, asks);
  const lidia = await person('admin@fabrikam.example');
  await lidia.goto('/partner/offers?status=PENDING');
  await lidia
    .getByRole('row', { name: /admin@northwind\.example/ })
    .getByRole('button')
    .click();
  await lidia.getByRole('button', { name: 'Send again' }).click();
  await lidia.getByRole('alertdialog').getByRole('button', { name: 'Send again' }).click();
  await expect(lidia.getByText('The offer is on its way again').last()).toBeVisible(); // the first one is for screen readers
  const second = await mailbox.next(to, asks, [first.id]);
  expect(second.link).not.toBe(first.link);

  const alex = await person(to);
  await alex.goto(first.link);
  await arriveAt(alex, 'This link leads to no offer');
  await alex.goto('about:blank');
  await alex.goto(second.link);
  await arriveAt(alex, 'Fabrikam asks to be a delegated admin of Northwind');

  // A mail went out a moment ago: the next one has to wait, and the dialog says until when.
  await lidia.getByRole('button', { name: 'Send again' }).click();
  await lidia.getByRole('alertdialog').getByRole('button', { name: 'Send again' }).click();
  await expect(lidia.getByRole('alertdialog').getByRole('alert')).toContainText(/\d:\d\d/);
  await lidia.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();

  await lidia.getByRole('button', { name: 'Withdraw' }).click();
  await lidia.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(lidia.getByRole('dialog').getByText('Withdrawn').first()).toBeVisible();
  await alex.reload();
  await arriveAt(alex, 'The partner took this offer back');
  await expect(alex.getByRole('button', { name: 'Next' })).toHaveCount(0);
});

test('an offer that was withdrawn while somebody reads it can’t be accepted', async ({ person, mailbox }) => {
  const alex = await person('admin@northwind.example');
  await alex.goto((await mailbox.next('admin@northwind.example', asks)).link);
  await choose(alex, 'Yes');
  await expect(alex.getByRole('button', { name: 'Start the trial' })).toBeVisible();

  const lidia = await person('admin@fabrikam.example');
  await lidia.goto('/partner/offers?status=PENDING');
  await lidia
    .getByRole('row', { name: /admin@northwind\.example/ })
    .getByRole('button')
    .click();
  await lidia.getByRole('button', { name: 'Withdraw' }).click();
  await lidia.getByRole('alertdialog').getByRole('button', { name: 'Withdraw' }).click();
  await expect(lidia.getByRole('dialog').getByText('Withdrawn').first()).toBeVisible();

  await alex.getByRole('button', { name: 'Start the trial' }).click();
  await arriveAt(alex, 'The partner took this offer back');
});

test('an offer that lapsed says so', async ({ page, server, mailbox }) => {
  const { link } = await mailbox.next('admin@northwind.example', asks);
  const root = resolve(import.meta.dirname, '../..');
  await promisify(execFile)(process.env.GO ?? 'go', ['run', './internal/apptest/lapse', server.database], {
    cwd: root,
  });
  await page.goto(link);
  await arriveAt(page, 'This offer has lapsed');
  await expect(page.getByRole('button', { name: 'Next' })).toHaveCount(0);
});

test('the wrong people are told who can accept, and can’t', async ({ person, mailbox }) => {
  const toContoso = (await mailbox.next('adele@contoso.example', asks)).link;
  const toNorthwind = (await mailbox.next('admin@northwind.example', asks)).link;

  const adele = await person('adele@contoso.example'); // the right organization, without the role
  await adele.goto(toContoso);
  await expect(adele.getByText('You can’t accept this offer.')).toBeVisible();
  await expect(adele.getByRole('button', { name: 'Decline the offer' })).toBeVisible();

  const megan = await person('admin@contoso.example'); // a Global Administrator, of another organization
  await megan.goto(toNorthwind);
  await expect(megan.getByText('You can’t accept this offer.')).toBeVisible();
  await expect(megan.getByRole('button', { name: 'Decline the offer' })).toHaveCount(0);

  const lidia = await person('admin@fabrikam.example'); // the partner itself
  await lidia.goto(toNorthwind);
  await expect(lidia.getByText('It is an offer of your own organization')).toBeVisible();

  for (const page of [adele, megan, lidia]) {
    await expect(page.getByRole('radio', { name: 'Yes' })).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Next' })).toHaveCount(0);
  }
  await megan.getByRole('button', { name: 'Use another account' }).click();
  await expect(megan.getByText('You are not signed in.')).toBeVisible();
});

test('without a choice Next asks for one', async ({ page, mailbox }) => {
  await page.goto((await mailbox.next('admin@northwind.example', asks)).link);
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(page.getByText('Choose Yes or No.')).toBeVisible();
  for (const role of ['User Administrator', 'License Administrator', 'Domain Name Administrator']) {
    await page.getByRole('checkbox', { name: role }).uncheck();
  }
  await choose(page, 'Yes');
  await expect(page.getByText('Keep at least one role above, or choose No.')).toBeVisible();
});
