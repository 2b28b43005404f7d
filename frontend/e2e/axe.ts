import type { Page } from '@playwright/test';
import axe from 'axe-core';

/** What is not axe's business. */
const exclude = [
  // Invisible stops at both ends of a dialog, with which Fluent UI's tabster keeps the focus inside: they take the focus
  // and pass it on, and are hidden from screen readers. axe can't know that nobody ever rests on them.
  ['[data-tabster-dummy]'],
  // The body of a mail, on the demo's page for it: it may run no script, and so not axe's.
  ['iframe[sandbox]'],
];

/** What axe finds on the whole page, by all its rules or by some. */
export async function findings(page: Page, rules?: string[]): Promise<string[]> {
  // It is brought once to each page that is opened: to bring it takes as long as to run it.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ exclude, rules }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
        { exclude },
        { resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) },
      );
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('; ')}`,
      );
    },
    { exclude, rules },
  );
}
