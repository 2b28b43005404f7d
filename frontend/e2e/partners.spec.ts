import { findings } from './axe.ts';
import { arriveAt, expect, test } from './test.ts';

test('a customer finds a partner and asks it for an offer; the partner sees who asks, and begins the offer', async ({
  person,
}) => {
  const [alex, lidia] = [await person('admin@northwind.example'), await person('admin@fabrikam.example')];
  await alex.goto('/support');
  await alex.getByRole('main').getByRole('link', { name: 'Find a partner' }).click();
  await arriveAt(alex, 'Find a partner');
  const partners = alex.getByRole('list', { name: 'Partners' });
  await expect(partners.getByRole('link')).toHaveText(['Fabrikam', 'Wingtip']);
  await alex.getByRole('combobox', { name: 'Service' }).selectOption('Security and compliance');
  await expect(partners.getByRole('link')).toHaveText(['Fabrikam']);
  await expect(alex).toHaveURL(/service=SECURITY/);
  expect(await findings(alex)).toEqual([]);
  await partners.getByRole('link', { name: 'Fabrikam' }).click();
  await arriveAt(alex, 'Fabrikam');
  await alex.getByRole('button', { name: 'Ask for an offer' }).click();
  const dialog = alex.getByRole('dialog', { name: 'Ask Fabrikam for an offer' });
  await dialog.getByRole('textbox', { name: 'What you need' }).fill('Somebody who resets our passwords.');
  await dialog.getByRole('checkbox', { name: 'Helpdesk Administrator' }).check();
  expect(await findings(alex)).toEqual([]);
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(alex.getByText('You wait for an offer.')).toBeVisible();
  await alex.reload(); // without the toast
  await expect(alex.getByRole('button', { name: 'Take it back' })).toBeVisible();
  expect(await findings(alex)).toEqual([]);

  await lidia.goto('/partner/offers');
  const asked = lidia.getByRole('list', { name: 'Asked for' });
  await expect(asked).toContainText('Northwind');
  await expect(asked).toContainText('“Somebody who resets our passwords.”');
  expect(await findings(lidia)).toEqual([]);
  await asked.getByRole('link', { name: 'New offer to Northwind' }).click();
  await arriveAt(lidia, 'New offer');
  await expect(lidia.getByRole('textbox', { name: 'To' })).toHaveValue('admin@northwind.example');
  await expect(
    lidia.getByRole('form', { name: 'New offer' }).getByRole('checkbox', { name: 'Helpdesk Administrator' }),
  ).toBeChecked();
  await lidia.getByRole('button', { name: 'Send' }).click();
  await arriveAt(lidia, 'Offers');
  await expect(asked).toHaveCount(0);
  await alex.reload();
  await expect(alex.getByRole('button', { name: 'Ask for an offer' })).toBeVisible();
});

test('a partner’s person switches customers by keyboard, with the pinned ones first', async ({ person }) => {
  const joni = await person('tech@fabrikam.example');
  await joni.goto('/partner/customers');
  const pin = joni.getByRole('button', { name: 'Pin Contoso' });
  await pin.click();
  await expect(pin).toHaveAttribute('aria-pressed', 'true');
  await joni.goto('/');
  await arriveAt(joni, 'Home');
  await joni.getByRole('button', { name: 'Switch customer' }).focus();
  await joni.keyboard.press('Enter');
  const dialog = joni.getByRole('dialog', { name: 'Switch customer' });
  await expect(dialog.getByRole('group', { name: 'Pinned' }).getByRole('option')).toContainText(['Contoso']);
  expect(await findings(joni)).toEqual([]);
  await joni.keyboard.press('Enter');
  await arriveAt(joni, 'Contoso');
  await joni.getByRole('button', { name: 'Switch customer' }).click();
  await expect(dialog.getByRole('group', { name: 'Recent' }).getByRole('option')).toContainText(['Contoso']);
  await joni.keyboard.type('con');
  await expect(dialog.getByRole('group', { name: 'Customers' }).getByRole('option')).toContainText(['Contoso']);
});
