import type { Page } from '@playwright/test';
import { arriveAt, expect, test } from './test.ts';

async function members(page: Page): Promise<void> {
  await page.goto('/groups');
  await page.getByRole('link', { name: 'Admin agents' }).click();
  await expect(page.getByRole('list', { name: 'Members' }).getByText('Joni Sherman')).toBeVisible();
}

test('who is taken out of a group loses the customer’s open page at once, and gets it back with the group', async ({
  person,
}) => {
  const [lidia, joni] = [await person('admin@fabrikam.example'), await person('tech@fabrikam.example')];
  await joni.goto('/partner/customers');
  await joni.getByRole('link', { name: 'Contoso' }).click();
  await arriveAt(joni, 'Contoso');
  await expect(joni.getByRole('region', { name: 'Who of us may act here' })).toContainText('Admin agents');

  await members(lidia);
  await lidia.getByRole('checkbox', { name: 'Select Joni Sherman' }).check();
  await lidia.getByRole('button', { name: 'Remove 1' }).click();
  await lidia.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(lidia.getByRole('alertdialog')).toHaveCount(0);
  await expect(joni.getByText('Your access to this customer has ended.')).toBeVisible({ timeout: 2_000 });
  await expect(joni.locator('body')).not.toContainText('contoso.example');
  await expect(lidia.getByRole('list', { name: 'Members' }).getByText('Joni Sherman')).toHaveCount(0);

  await lidia.getByRole('button', { name: 'Add people' }).click();
  const dialog = lidia.getByRole('dialog', { name: 'Add people to Admin agents' });
  await dialog.getByRole('searchbox', { name: 'Search people' }).fill('joni');
  await dialog.getByRole('checkbox', { name: /Joni Sherman/ }).check();
  await dialog.getByRole('button', { name: 'Add 1 person' }).click();
  await expect(lidia.getByRole('list', { name: 'Members' }).getByText('Joni Sherman')).toBeVisible();
  await joni.goto('/partner/customers');
  await joni.getByRole('link', { name: 'Contoso' }).click();
  await arriveAt(joni, 'Contoso');
});
