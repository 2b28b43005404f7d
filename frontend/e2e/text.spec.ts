import { arriveAt, expect, test } from './test.ts';

// A dialog, a message in the console, or a request to elsewhere fails every test: see test.ts.
const canary = (where: string) =>
  `"'><img src=x onerror=alert('${where}')><script>alert('${where}')</script><a href="javascript:alert('${where}')">{{7*7}}</a>`;

test('what people write is shown as text, wherever it comes up', async ({ person, mailbox }) => {
  const lidia = await person('admin@fabrikam.example');
  await lidia.goto('/partner/offers/new');
  await lidia.getByRole('textbox', { name: 'To' }).fill('owner@tailspin.example');
  await lidia.getByRole('button', { name: 'Administration' }).click();
  await lidia.getByLabel('Message (optional)').fill(canary('message'));
  await lidia.getByRole('radio', { name: 'Trial' }).click();
  await expect(lidia.getByRole('region', { name: 'What the customer will see' })).toContainText(canary('message'));
  await lidia.getByRole('button', { name: 'Send' }).click();
  await arriveAt(lidia, 'Offers');

  const mail = await mailbox.next('owner@tailspin.example', /asks to be /);
  const owner = await person();
  await owner.goto(`/mailbox/${mail.id}`);
  await expect(owner.frameLocator('iframe').getByText("alert('message')")).toBeVisible();
  await owner.goto(mail.link);
  await expect(owner.getByText(canary('message'))).toBeVisible();
  await owner.getByRole('radio', { name: 'Yes' }).click();
  await owner.getByRole('button', { name: 'Next' }).click();
  await owner.getByLabel('Name of the organization').fill(canary('organization'));
  await owner.getByLabel('First part of its domain').fill('tailspin');
  await owner.getByRole('textbox', { name: 'Your name' }).fill(canary('person'));
  await owner.getByLabel('Your user name, before the @').fill('owner');
  await owner.getByLabel(/^Password/).fill('amber kettle walks home');
  await owner.getByRole('button', { name: 'Create and start the trial' }).click();
  await arriveAt(owner, `Fabrikam is now a delegated admin of ${canary('organization')}`);

  const joni = await person('tech@fabrikam.example');
  await joni.goto('/partner/customers');
  await joni.getByRole('link', { name: canary('organization') }).click();
  await arriveAt(joni, canary('organization'));
  await joni.getByRole('button', { name: 'Edit' }).click();
  await joni.getByRole('textbox', { name: 'Name' }).fill(canary('contact'));
  await joni.getByLabel('Telephone').fill('<b>1</b>');
  await joni.getByRole('button', { name: 'Save' }).click();
  await expect(joni.getByRole('region', { name: 'Technical contact' })).toContainText(canary('contact'));

  await owner.getByRole('link', { name: 'Manage delegated admins' }).click();
  const panel = owner.getByRole('dialog');
  await panel.getByRole('tab', { name: 'Activity' }).click();
  await expect(panel).toContainText(canary('contact'));
  await panel.getByRole('tab', { name: 'History' }).click();
  await expect(panel).toContainText(canary('message'));
  await expect(panel).toContainText(canary('person'));
  await panel.getByRole('button', { name: 'Close' }).click();
  await owner.getByRole('checkbox', { name: 'Select Fabrikam' }).check();
  await owner.getByRole('button', { name: 'Delete' }).click();
  await owner.getByRole('button', { name: 'Yes' }).click();
  await owner.getByLabel('Reason (optional)').fill(canary('reason'));
  await owner.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
  await expect(owner.getByText('Fabrikam was deleted as a delegated admin.')).toBeVisible();
  await owner.goto('/support/delegated-admins?status=ended');
  await owner.getByRole('link', { name: 'Fabrikam' }).click();
  await expect(panel).toContainText(canary('reason'));
  await owner.goto('/audit-log');
  await expect(owner.getByText("alert('contact')").first()).toBeVisible();

  for (const to of ['owner@tailspin.example', 'partners@fabrikam.example']) {
    for (const id of await mailbox.ids(to)) {
      await owner.goto(`/mailbox/${id}`);
      await expect(owner.frameLocator('iframe').locator('body')).not.toBeEmpty();
    }
  }
});
