import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Mailbox } from './mailbox.ts';
import { arriveAt, expect, test } from './test.ts';

test('a partner looks after a user on behalf of a customer, who watches it, ends it and undoes what stays', async ({
  person,
  mailbox,
}) => {
  test.setTimeout(180_000);
  const lidia = await person('admin@fabrikam.example');
  const alex = await person('admin@northwind.example');
  await authorize(lidia, alex, mailbox, ['USER_ADMINISTRATOR', 'PRIVILEGED_ROLE_ADMINISTRATOR', 'DIRECTORY_READER']);
  const joni = await person('tech@fabrikam.example');
  const nestor = await person();
  // The customer has the activity open from now on, and touches it no more: in a window of its own, since what lies in
  // the background is drawn only now and then.
  const watching = await person('admin@northwind.example');
  await watching.goto('/support/delegated-admins');
  await watching.getByRole('link', { name: 'Fabrikam' }).click();
  await watching.getByRole('dialog').getByRole('tab', { name: 'Activity' }).click();
  const activity = watching.getByRole('dialog').getByRole('region', { name: 'Activity' });

  await test.step('the partner creates a user on behalf', async () => {
    await joni.goto('/partner/customers');
    await joni.getByRole('link', { name: 'Northwind' }).click();
    await arriveAt(joni, 'Northwind');
    await joni.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Active users' }).first().click();
    await arriveAt(joni, 'Active users');
    await expect(joni).toHaveTitle(/Active users · Northwind/);
    await expect(joni.getByRole('region', { name: 'On behalf of a customer' })).toContainText('Northwind');
    await joni.getByRole('link', { name: 'Add a user' }).click();
    await arriveAt(joni, 'Add a user');
    await joni.getByRole('textbox', { name: 'Name', exact: true }).fill('Nestor Wilke');
    await joni.getByRole('textbox', { name: 'User name' }).fill('nestor');
    await joni.getByLabel('Address for the link').fill('nestor@home.example');
    await joni.getByRole('button', { name: 'Add' }).click();
    const panel = joni.getByRole('dialog', { name: 'Nestor Wilke' });
    await expect(panel.getByText('Created by Fabrikam')).toBeVisible();
    await expect(panel.getByText('nestor@northwind.example').first()).toBeVisible();
  });

  await test.step('assigns a role, and can’t assign one above its own', async () => {
    const panel = joni.getByRole('dialog', { name: 'Nestor Wilke' });
    await panel.getByRole('tab', { name: 'Roles' }).click();
    await expect(panel.getByRole('checkbox', { name: 'Global Administrator' })).toHaveCount(0);
    await panel.getByRole('checkbox', { name: 'Directory Reader' }).check();
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByText('The roles of Nestor Wilke were changed.')).toBeVisible();
    await expect(joni.getByRole('row', { name: /Nestor Wilke/, includeHidden: true })).toContainText(
      'Directory Reader',
    );
  });

  await test.step('the user chooses a first password from the mail', async () => {
    await nestor.goto((await mailbox.next('nestor@home.example', /./)).link);
    await choosePassword(nestor, 'amber kettle walks home');
    await expect(nestor.getByText('Welcome, Nestor Wilke.')).toBeVisible();
  });

  await test.step('the partner resets the password; the user is signed out, and chooses a new one from the mail', async () => {
    const before = await mailbox.ids('nestor@home.example');
    const panel = joni.getByRole('dialog', { name: 'Nestor Wilke' });
    await panel.getByRole('tab', { name: 'Account' }).click();
    await panel.getByRole('button', { name: 'Reset password' }).click();
    const dialog = joni.getByRole('alertdialog');
    await expect(dialog).toContainText('A link to choose a new password goes to nestor@home.example.');
    await dialog.getByRole('button', { name: 'Reset' }).click();
    await expect(panel.getByText('The password of Nestor Wilke was reset.')).toBeVisible();

    const mail = await mailbox.next('nestor@home.example', /./, before);
    await nestor.goto('/');
    await arriveAt(nestor, 'Sign in');
    await nestor.goto(mail.link);
    await choosePassword(nestor, 'seven green lamps by the river');
    await expect(nestor.getByText('Welcome, Nestor Wilke.')).toBeVisible();
  });

  await test.step('the customer disables the user, who is signed out at once', async () => {
    await alex.goto('/users');
    await expect(alex.getByRole('row', { name: /Nestor Wilke/ })).toContainText('Created by Fabrikam');
    await alex.getByRole('checkbox', { name: 'Select Nestor Wilke' }).check();
    await alex.getByRole('button', { name: 'Disable' }).click();
    await alex.getByRole('alertdialog').getByRole('button', { name: 'Disable' }).click();
    await expect(alex.getByText('Nestor Wilke was disabled, and signed out everywhere.')).toBeVisible();
    await expect(alex.getByRole('row', { name: /Nestor Wilke/ })).toContainText('Blocked');
    await nestor.reload();
    await arriveAt(nestor, 'Sign in');
  });

  await test.step('deletes and restores them', async () => {
    await alex.getByRole('checkbox', { name: 'Select Nestor Wilke' }).check();
    await alex.getByRole('button', { name: 'Delete' }).click();
    await alex.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(alex.getByText(/^Nestor Wilke was deleted\./)).toBeVisible();
    await expect(alex.getByRole('link', { name: 'Nestor Wilke' })).toHaveCount(0);
    await alex.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Deleted users' }).click();
    await arriveAt(alex, 'Deleted users');
    await alex.getByRole('checkbox', { name: 'Select Nestor Wilke' }).check();
    await alex.getByRole('button', { name: 'Restore' }).click();
    await alex.getByRole('alertdialog').getByRole('button', { name: 'Restore' }).click();
    await expect(alex.getByText(/^Nestor Wilke was restored/)).toBeVisible();
    await expect(alex.getByText('There are no deleted users')).toBeVisible();
  });

  await test.step('the partner assigns a license', async () => {
    await joni.reload();
    const panel = joni.getByRole('dialog', { name: 'Nestor Wilke' });
    await panel.getByRole('tab', { name: 'Licenses' }).click();
    await panel.getByRole('checkbox').check();
    await panel.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByText('The licenses of Nestor Wilke were changed.')).toBeVisible();
  });

  await test.step('the customer protects the account: the partner can’t touch it any more', async () => {
    await alex.goto('/users?search=nestor');
    await alex.getByRole('link', { name: 'Nestor Wilke' }).click();
    await alex.getByRole('switch', { name: 'Protected from delegated admins' }).click();
    await expect(alex.getByRole('dialog').getByText('Protected', { exact: true })).toBeVisible();
    await joni.reload();
    await joni.getByRole('dialog', { name: 'Nestor Wilke' }).getByRole('tab', { name: 'Account' }).click();
    await expect(joni.getByText(/You may read this account, not change it: it is protected/)).toBeVisible();
    await expect(joni.getByRole('dialog').getByRole('button', { name: 'Reset password' })).toHaveCount(0);
  });

  await test.step('has watched all of it, by name', async () => {
    for (const words of [
      /Joni Sherman created the user nestor@northwind\.example/,
      /Joni Sherman assigned roles to nestor@northwind\.example/,
      /Joni Sherman assigned a license .*nestor@northwind\.example/,
      /Joni Sherman reset the password of nestor@northwind\.example/,
    ]) {
      await expect(activity.getByRole('listitem').filter({ hasText: words }).first()).toBeVisible();
    }
  });

  await test.step('deletes the delegated admin, and is told before what stays', async () => {
    await alex.goto('/support/delegated-admins');
    await alex.getByRole('checkbox', { name: 'Select Fabrikam' }).check();
    await alex.getByRole('button', { name: 'Delete' }).click();
    const dialog = alex.getByRole('alertdialog');
    for (const words of [
      '1 user created by them',
      '1 user with roles assigned by them',
      '1 license assigned by them',
    ]) {
      await expect(dialog.getByText(words)).toBeVisible();
    }
    await dialog.getByRole('button', { name: 'Yes' }).click();
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(joni.getByText('Your access to this customer has ended.')).toBeVisible();
    expect(await joni.content()).not.toContain('Nestor');
  });

  await test.step('and undoes it', async () => {
    await alex.getByText('What stays behind').click();
    const panel = alex.getByRole('dialog', { name: 'Fabrikam' });
    await panel
      .getByRole('button', { name: /^Remove .*Nestor Wilke/ })
      .first()
      .click();
    await alex.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(alex.getByRole('alertdialog')).toHaveCount(0);
    await panel.getByRole('button', { name: /^Remove .*Nestor Wilke/ }).click();
    await alex.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(alex.getByRole('alertdialog')).toHaveCount(0);
    await panel.getByRole('button', { name: 'Delete Nestor Wilke' }).click();
    await alex.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await expect(panel.getByText('Nothing is left behind')).toBeVisible();
  });
});

test('an own admin adds many users from a file, hands one a code, and exports them all', async ({ person }) => {
  const megan = await person('admin@contoso.example');
  await megan.goto('/users');
  await megan.getByRole('link', { name: 'Add multiple users' }).click();
  await arriveAt(megan, 'Add multiple users');
  await megan
    .getByLabel('Or paste the text')
    .fill(
      [
        'Display name;UPN;Roles',
        'Debra Berger;debra@contoso.example;User Administrator',
        'Fred Farina;fred@elsewhere.example;',
        '=1+1;enrico@contoso.example;',
      ].join('\n'),
    );
  await megan.getByRole('button', { name: 'Check' }).click();
  await expect(megan.getByText('2 can be created · 1 not possible')).toBeVisible();
  await megan.getByRole('button', { name: 'Create 2 users' }).click();
  await expect(megan.getByRole('heading', { name: '2 users created' })).toBeFocused();
  await megan.getByRole('switch', { name: 'Only problems (1)' }).click();
  await expect(megan.getByRole('region', { name: 'Lines of the file' }).getByRole('listitem')).toContainText([
    'fred@elsewhere.example',
  ]);

  await megan.getByRole('link', { name: 'Go to Active users' }).click();
  await megan.getByRole('link', { name: 'Debra Berger' }).click();
  await megan.getByRole('button', { name: 'Make a one-time code' }).click();
  const dialog = megan.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Make the code' }).click();
  const code = await dialog.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4})+$/).textContent();
  await expect(dialog).toContainText('opens nothing but “Choose a new password”');
  await dialog.getByRole('button', { name: 'Done' }).click();

  const debra = await person();
  await debra.goto('/sign-in');
  await debra.getByRole('link', { name: 'Have a code?' }).click();
  await arriveAt(debra, 'Choose a password'); // the page before has a field of that name too
  await debra.getByLabel('User name').fill('debra@contoso.example');
  await debra.getByLabel('Code').fill((code ?? '').toLowerCase().replaceAll('-', ' '));
  await choosePassword(debra, 'seven green lamps by the river');
  await expect(debra.getByText('Welcome, Debra Berger.')).toBeVisible();

  await megan.keyboard.press('Escape');
  await megan.getByRole('button', { name: 'Export users' }).click();
  const [file] = await Promise.all([
    megan.waitForEvent('download'),
    megan.getByRole('alertdialog').getByRole('button', { name: 'Export', exact: true }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^users-contoso-\d{4}-\d\d-\d\d\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  expect(text).toContain('debra@contoso.example,Debra Berger,,User Administrator,yes,');
  expect(text).toContain("enrico@contoso.example,'=1+1,");
});

async function choosePassword(page: Page, password: string): Promise<void> {
  await arriveAt(page, 'Choose a password');
  await page.getByLabel(/^New password/).fill(password);
  await page.getByLabel(/^The same password again/).fill(password);
  await page.getByRole('button', { name: 'Set password and sign in' }).click();
}

/** Makes the partner of the one a delegated admin of the organization of the other, without the pages. */
async function authorize(partner: Page, customer: Page, mailbox: Mailbox, roles: readonly string[]): Promise<void> {
  const to = 'admin@northwind.example';
  const before = await mailbox.ids(to);
  const { products } = await ask(partner, '{ products { id } }', {});
  await ask(partner, 'mutation ($input: CreateOfferInput!) { createOffer(input: $input) { userErrors { message } } }', {
    input: {
      customerEmail: to,
      roles,
      durationDays: 30,
      subscription: { kind: 'TRIAL', productId: products?.[0]?.id, seats: 5, termMonths: 1 },
    },
  });
  const token = (await mailbox.next(to, /asks to be /, before)).link.split('#')[1];
  const offer = await ask(customer, 'query ($token: String!) { offer(token: $token) { terms { sha256 } } }', { token });
  await ask(
    customer,
    'mutation ($input: AcceptOfferInput!) { acceptOffer(input: $input) { userErrors { message } } }',
    { input: { token, delegatedAdministration: true, termsSha256: offer.offer?.terms?.sha256 } },
  );
}

interface Answers {
  products?: { id: string }[];
  offer?: { terms?: { sha256: string } };
}

async function ask(page: Page, query: string, variables: object): Promise<Answers> {
  const response = await page.context().request.post('/graphql', { data: { query, variables } });
  const { data, errors } = await response.json();
  expect(errors).toBeUndefined();
  expect(JSON.stringify(data)).not.toContain('"message"');
  return data;
}
