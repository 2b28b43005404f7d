import { arriveAt, expect, test } from './test.ts';

test('several delegated admins at once, with a result for each', async ({ person }) => {
  const megan = await person('admin@contoso.example');
  await megan.goto('/support/delegated-admins');
  await megan.getByRole('checkbox', { name: 'Select all' }).check();
  await megan.getByRole('button', { name: 'Delete' }).click();
  const dialog = megan.getByRole('alertdialog');
  await expect(dialog.getByRole('listitem')).toHaveText(['Wingtip', 'Fabrikam'], { useInnerText: true });

  // No and Cancel change nothing.
  await dialog.getByRole('button', { name: 'No' }).click();
  await expect(dialog).toHaveCount(0);
  await megan.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Yes' }).click();
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toHaveCount(0);
  await megan.reload();
  await expect(megan.getByText('Showing 2 of 2')).toBeVisible();

  await megan.getByRole('checkbox', { name: 'Select all' }).check();
  await megan.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByRole('button', { name: 'Yes' }).click();
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(
    megan.getByText(/^2 delegated admins were deleted: .*(Wingtip, Fabrikam|Fabrikam, Wingtip)/),
  ).toBeVisible();
  await expect(megan.getByText('There are no delegated administrators associated with your account.')).toBeVisible();

  // What stays behind is told, and undone.
  await megan.getByRole('button', { name: 'What Fabrikam leaves behind' }).click();
  const panel = megan.getByRole('dialog');
  await panel.getByRole('button', { name: 'Disable Grady Archie' }).click();
  await dialog.getByRole('button', { name: 'Disable' }).click();
  await expect(panel.getByText(/disabled, created on/)).toBeVisible();
  await panel
    .getByRole('region', { name: 'Licenses they assigned (6)' })
    .getByRole('button', { name: 'Remove all' })
    .click();
  await dialog.getByRole('button', { name: 'Remove' }).click();
  await expect(panel.getByText('Licenses they assigned')).toHaveCount(0);

  await megan.goto('/audit-log');
  await expect(megan.getByText(/deleted the delegated admin|delet/).first()).toBeVisible();
});

test('one of several is gone already: the others are deleted, and each has its result', async ({ person }) => {
  const megan = await person('admin@contoso.example');
  await megan.goto('/support/delegated-admins');
  await megan.getByRole('checkbox', { name: 'Select all' }).check();
  await megan.getByRole('button', { name: 'Delete' }).click();
  const dialog = megan.getByRole('alertdialog');
  await dialog.getByRole('button', { name: 'Yes' }).click();
  await expect(dialog).toContainText('Confirm: 2 delegated admins will be deleted.');

  // Meanwhile Wingtip gives up.
  const diego = await person('admin@wingtip.example');
  await diego.goto('/partner/customers');
  await diego.getByRole('link', { name: 'Contoso' }).click();
  await diego.getByRole('button', { name: 'Give up this customer' }).click();
  await diego.getByRole('alertdialog').getByRole('button', { name: 'Yes' }).click();
  await diego.getByRole('alertdialog').getByRole('button', { name: 'Give up' }).click();
  await arriveAt(diego, 'Customers');
  await expect(diego.getByText('You have no customers yet')).toBeVisible();

  await dialog.getByRole('button', { name: 'Delete' }).click();
  const results = megan.getByRole('alertdialog', { name: '1 of 2 delegated admins was not deleted' });
  await expect(results.getByRole('listitem').filter({ hasText: 'Fabrikam' })).toContainText(
    'deleted. It took effect on',
  );
  await expect(results.getByRole('listitem').filter({ hasText: 'Wingtip' })).not.toContainText('took effect');
  await results.getByRole('button', { name: 'Close' }).click();
  await expect(megan.getByText('There are no delegated administrators associated with your account.')).toBeVisible();
});

test('a session that ends elsewhere ends here: nothing more is shown', async ({ person }) => {
  const megan = await person('admin@contoso.example');
  await megan.goto('/support/delegated-admins');
  await expect(megan.getByRole('link', { name: 'Fabrikam' })).toBeVisible();
  const tab = await megan.context().newPage();
  await tab.goto('/');
  await tab.getByRole('button', { name: 'Account of Megan Bowen' }).click();
  await tab.getByRole('menuitem', { name: 'Sign out' }).click();
  await arriveAt(tab, 'Sign in');
  await megan.reload();
  await arriveAt(megan, 'Sign in');
});
