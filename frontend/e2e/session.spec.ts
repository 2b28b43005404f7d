import { arriveAt, expect, signIn, test } from './test.ts';

test('signs in with user name and password, and out again', async ({ page }) => {
  await page.goto('/');
  await arriveAt(page, 'Sign in');
  await expect(page).toHaveURL('/sign-in');
  await signIn(page, 'admin@contoso.example');
  await arriveAt(page, 'Home');
  await expect(page.getByText('Welcome, Megan Bowen.')).toBeVisible();

  await page.getByRole('button', { name: 'Account of Megan Bowen' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await arriveAt(page, 'Sign in');
  await page.goBack();
  await arriveAt(page, 'Sign in'); // nothing of hers comes back
  await expect(page.getByText('Megan Bowen').filter({ visible: true })).toHaveCount(1); // among the demo's accounts
  expect(await page.context().cookies()).toEqual([]);
});

test('says what is wrong with a password, and keeps the user name', async ({ page }) => {
  await page.goto('/sign-in');
  await page.getByLabel('User name').fill('admin@contoso.example');
  await page.getByLabel('Password').fill('not this one at all');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByLabel('User name')).toHaveValue('admin@contoso.example');
  await expect(page.getByLabel('Password')).toBeFocused();
});

test('brings people back to the page that they wanted', async ({ page }) => {
  await page.goto('/audit-log?result=refused');
  await arriveAt(page, 'Sign in');
  await page.getByRole('button', { name: /Megan Bowen/ }).click(); // the demo's accounts are one click away
  await arriveAt(page, 'Audit log');
  await expect(page).toHaveURL('/audit-log?result=refused');
});

test('never goes to another site after signing in', async ({ page }) => {
  for (const target of [
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/%5Cevil.example',
    'javascript:alert(1)',
    '/\t/evil.example',
  ]) {
    await page.goto(`/sign-in?return=${encodeURIComponent(target)}`);
    await page.getByRole('button', { name: /Adele Vance/ }).click();
    await expect(page).not.toHaveURL(/\/sign-in/);
    await page.waitForLoadState();
    expect(new URL(page.url()).hostname, target).toBe('localhost');
    expect(await page.context().cookies()).toHaveLength(1);
    await page.context().clearCookies();
  }
});

test('says that a page is not there', async ({ page }) => {
  await page.goto('/no/such/page');
  await arriveAt(page, 'Page not found');
  await expect(page.getByText('There is nothing at /no/such/page')).toBeVisible();
  await page.getByRole('link', { name: 'Go to Home' }).click();
  await arriveAt(page, 'Sign in');
});

test('keeps nothing secret where scripts can read it', async ({ person }) => {
  const page = await person('admin@contoso.example');
  await page.goto('/support/delegated-admins');
  await arriveAt(page, 'Delegated admins');
  const stored = await page.evaluate(() => [
    ...Object.entries(localStorage),
    ...Object.entries(sessionStorage),
    document.cookie,
  ]);
  expect(stored.flat().join(' ')).not.toMatch(/[\w-]{32,}/);
  const [cookie] = await page.context().cookies();
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: expect.stringMatching(/Lax|Strict/) });
});

test('shows people only the places that they may open', async ({ person }) => {
  const adele = await person('adele@contoso.example');
  await adele.goto('/');
  const places = adele.getByRole('navigation', { name: 'Main' }).getByRole('link');
  await expect(places).toHaveText(['Home', 'Overview']);
  await adele.goto('/support/delegated-admins');
  await expect(adele.getByText('You may not see the delegated admins')).toBeVisible();

  const lidia = await person('admin@fabrikam.example');
  await lidia.goto('/');
  await expect(lidia.getByRole('navigation', { name: 'Main' }).getByRole('link')).toHaveText([
    'Home',
    'Customers',
    'Offers',
    'Active users',
    'Deleted users',
    'Groups',
    'Roles',
    'Your products',
    'Licenses',
    'Domains',
    'Overview',
    'Manage delegated admins',
    'Find a partner',
    'Audit log',
  ]);
});
