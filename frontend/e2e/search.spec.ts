import { findings } from './axe.ts';
import { arriveAt, expect, test } from './test.ts';

test('Ctrl+K finds delegated admins, people, partners and pages, by keyboard alone', async ({ person }) => {
  const megan = await person('admin@contoso.example');
  await megan.goto('/');
  await arriveAt(megan, 'Home');
  await megan.keyboard.press('Control+k');
  const search = megan.getByRole('dialog', { name: 'Search' });
  const field = search.getByRole('combobox', { name: 'Search' });
  const option = search.getByRole('option', { selected: true });
  await expect(field).toBeFocused();
  await expect(search.getByRole('group', { name: 'Pages' }).getByRole('option')).toHaveText([
    'Home',
    'Active users',
    'Deleted users',
    'Roles',
    'Your products',
    'Licenses',
    'Domains',
    'Overview',
    'Manage delegated admins',
    'Find a partner',
    'Audit log',
  ]);

  await megan.keyboard.type('fab');
  await expect(search.getByRole('option')).toHaveText(['Fabrikamfabrikam.example', 'FabrikamUnited States']);
  await expect(search.getByRole('status')).toContainText('2 results.');
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? '');
  expect(await findings(megan)).toEqual([]);
  await megan.keyboard.press('Enter');
  await expect(megan.getByRole('dialog', { name: 'Fabrikam' })).toBeVisible();
  await expect(megan).toHaveURL(/\/support\/delegated-admins\?admin=/);

  await megan.keyboard.press('Control+k'); // the panel is open: it is answered or left first
  await expect(search).toBeHidden();
  await megan.keyboard.press('Escape');
  await expect(megan.getByRole('dialog', { name: 'Fabrikam' })).toBeHidden();

  await megan.getByRole('button', { name: 'Search' }).focus();
  await megan.keyboard.press('Enter');
  await field.fill('adele');
  await expect(search.getByRole('group', { name: 'People' }).getByRole('option')).toHaveText([/^Adele Vance/]);
  await field.fill('contoso.ex');
  await expect(search.getByRole('group', { name: 'Domains' }).getByRole('option')).toHaveText([/^contoso\.example/]);
  await field.fill('no such name');
  await expect(search.getByRole('status')).toHaveText('Nothing fits “no such name”. Try a part of a name.');
  await megan.keyboard.press('Escape'); // empties the field
  await megan.keyboard.press('Escape');
  await expect(search).toBeHidden();
  await expect(megan.getByRole('button', { name: 'Search' })).toBeFocused();
});

test('a partner finds its customers, on a phone, and hears when a part of the search fails', async ({ person }) => {
  const joni = await person('tech@fabrikam.example', { viewport: { width: 320, height: 640 } });
  await joni.goto('/support');
  await arriveAt(joni, 'Support overview');
  await joni.getByRole('button', { name: 'Search' }).click();
  const search = joni.getByRole('dialog', { name: 'Search' });
  const field = search.getByRole('combobox', { name: 'Search' });
  let broken = true;
  await joni.route('/graphql', (route) =>
    broken
      ? route.fulfill({ json: { errors: [{ message: 'no', extensions: { code: 'INTERNAL' } }] } })
      : route.continue(),
  );
  await field.fill('o');
  await expect(search.getByRole('alert')).toContainText('Not everything could be searched');
  await expect(search.getByRole('option', { name: 'Overview' })).toBeVisible(); // what the others found is there
  broken = false;
  await search.getByRole('button', { name: 'Retry' }).click();
  await expect(search.getByRole('alert')).toBeHidden();
  await search.getByRole('option', { name: 'Contoso' }).click();
  await arriveAt(joni, 'Contoso');
  await expect(search).toBeHidden();
});
