import { expect, test } from './test.ts';

const query = '{ viewer { user { userName } } }';

/** What GraphiQL keeps of the tab that is open. */
function openTab(): unknown {
  const { tabs, activeTabIndex } = JSON.parse(localStorage.getItem('graphiql:tabState') ?? '{"tabs":[]}');
  const { query, operationName = null } = tabs[activeTabIndex] ?? {};
  return { query, operationName };
}

test('GraphiQL works under its content security policy, with the session of the app', async ({ person }) => {
  test.setTimeout(90_000);
  const megan = await person('admin@contoso.example');
  await megan.goto('/graphiql');
  const editor = megan.getByRole('textbox', { name: /Query Editor|Editor content/i }).first();
  await editor.waitFor({ timeout: 30_000 });
  await expect(megan.getByText('Demo: nothing here is real.')).toBeVisible();
  await expect(editor).toBeVisible();
  // The first tab has the examples; a query of one's own goes into another.
  await megan.getByRole('button', { name: /(New|Add) tab/i }).click();
  await editor.focus();
  await megan.keyboard.insertText(query);
  // It reads a moment after the last key which operations there are; until then it asks for one of the other tab.
  await expect.poll(() => megan.evaluate(openTab)).toEqual({ query, operationName: null });
  await megan.keyboard.press('ControlOrMeta+Enter');
  await expect(megan.locator('.result-window')).toContainText('admin@contoso.example', { timeout: 20_000 });
});
