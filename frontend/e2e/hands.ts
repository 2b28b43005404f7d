import { expect, type Locator, type Page } from '@playwright/test';

/** How somebody works: with a mouse, or with the keyboard alone. A story told in these words is lived both ways. */
export interface Hands {
  press: (target: Locator) => Promise<void>;
  type: (field: Locator, text: string) => Promise<void>;
  /** A checkbox or a radio button, which Space turns on or off. */
  mark: (target: Locator) => Promise<void>;
  /** Leaves a panel. */
  leave: (page: Page, panel: Locator) => Promise<void>;
}

export const mouse: Hands = {
  press: (target) => target.click(),
  type: async (field, text) => {
    await field.click();
    await field.fill(text);
  },
  mark: (target) => target.click(),
  leave: (_, panel) => panel.getByRole('button', { name: 'Close' }).click(),
};

export const keyboard: Hands = {
  press: async (target) => {
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  type: async (field, text) => {
    await reach(field);
    await field.page().keyboard.press('ControlOrMeta+a');
    await field.page().keyboard.type(text);
  },
  mark: async (target) => {
    await reach(target);
    if (!(await target.isChecked()) || (await target.getAttribute('type')) === 'checkbox') {
      await target.page().keyboard.press('Space');
    }
  },
  leave: (page) => page.keyboard.press('Escape'),
};

const groups = '[role=toolbar], [role=tablist], [role=menu], [role=radiogroup], [role=listbox]';
type Where = 'there' | 'same group' | 'elsewhere';

/** Presses Tab until the target has the focus, and inside a group, such as a toolbar, arrow keys. Fails where the focus can't get, or can't be seen. */
async function reach(target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const { keyboard: keys } = target.page();
  const where = () =>
    target.evaluate((element, selector): Where => {
      const active = element.ownerDocument.activeElement;
      if (active === element) return 'there';
      const group = element.closest(selector);
      return group && active && group.contains(active) ? 'same group' : 'elsewhere';
    }, groups);
  for (let tabs = 0; tabs < 100; tabs++) {
    let now = await where();
    for (let arrows = 0; now === 'same group' && arrows < 20; arrows++) {
      await keys.press('ArrowRight');
      now = await where();
    }
    if (now === 'there') return;
    await keys.press('Tab');
  }
  throw new Error(`The keyboard does not get to ${target}.`);
}
