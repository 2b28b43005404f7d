import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { findings } from './axe.ts';
import type { Mailbox } from './mailbox.ts';
import { type Links, type View, views } from './pages.ts';
import { expect, settled, test } from './test.ts';

const folder = resolve(import.meta.dirname, '../../test-output/screenshots');
const sizes = [
  { name: '1440', viewport: { width: 1440, height: 900 } },
  { name: '390', viewport: { width: 390, height: 844 } },
];

/** Where nothing may be lost: the narrowest window, a window of 1280 px enlarged to 200 %, and text alone enlarged so. */
const tight = [
  { name: '320 px', viewport: { width: 320, height: 640 }, textScale: 1 },
  { name: '200 %', viewport: { width: 640, height: 400 }, textScale: 1 },
  { name: 'text at 200 %', viewport: { width: 1280, height: 800 }, textScale: 2 },
];

test.beforeAll(() => mkdir(folder, { recursive: true }));

/** As many views as one test looks at: what one person sees is shared out, so that several tests look at the same time. */
const atOnce = 8;

for (const who of new Set(views.map((view) => view.who))) {
  const theirs = views.filter((view) => view.who === who);
  for (let from = 0; from < theirs.length; from += atOnce) {
    const some = theirs.slice(from, from + atOnce);
    const which = `from ${from + 1} to ${from + some.length}`;
    test(`what ${who ?? 'nobody'} sees, ${which}: accessible, as wide as the window, and photographed`, async ({
      person,
      mailbox,
    }) => {
      test.setTimeout(300_000);
      const links = await linksIn(mailbox);
      const page = await person(who, { reducedMotion: 'reduce' });
      for (const view of some) await test.step(view.name, () => look(page, view, links));
    });
  }
}

/** Opens a view once, and looks at it in each color scheme and at each size: an open page follows both. */
async function look(page: Page, view: View, links: Links): Promise<void> {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto('about:blank'); // a link that differs behind # alone would not be opened anew
  await view.open(page, links);
  for (const { name, viewport } of sizes) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      const path = `${folder}/${view.name}-${name}-${colorScheme}`;
      await page.screenshot({ path: `${path}.png` });
      if (colorScheme === 'light' && (await isLong(page))) {
        await page.evaluate(() => window.scrollTo(0, 0)); // else what sticks to the top would stand in the middle
        await page.screenshot({ path: `${path}-whole.png`, fullPage: true });
      }
      if (colorScheme === 'dark' && name !== '1440') continue; // the colors are the same
      const rules = colorScheme === 'dark' ? ['color-contrast'] : undefined; // what is seen in light too differs in colors
      expect.soft(await findings(page, rules), `${view.name}, ${name} px, ${colorScheme}`).toEqual([]);
    }
  }
  for (const { name, viewport, textScale } of tight) {
    await page.setViewportSize(viewport);
    await scaleText(page, textScale);
    await expect
      .configure({ soft: true })
      .poll(async () => [...(await tooWide(page)), ...(await cut(page))], {
        message: `${view.name}, ${name}`,
        timeout: 3000,
      })
      .toEqual([]);
  }
  await scaleText(page, 1);
}

/** Makes all text larger, as a browser does that enlarges text alone. */
async function scaleText(page: Page, scale: number): Promise<void> {
  await page.evaluate((by) => {
    for (const provider of document.querySelectorAll<HTMLElement>('.fui-FluentProvider')) {
      const names = [...getComputedStyle(provider)].filter((name) => /^--(fontSize|lineHeight)/.test(name));
      for (const name of names) provider.style.removeProperty(name);
      if (by === 1) continue;
      const styles = getComputedStyle(provider);
      // All are read before any is written, else each would be computed anew.
      const sizes = names.map((name) => [name, Number.parseFloat(styles.getPropertyValue(name)) * by] as const);
      for (const [name, size] of sizes) provider.style.setProperty(name, `${size}px`);
    }
  }, scale);
}

/** Text that reaches out of what clips it, or out of its button, field or tab. */
async function cut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (texts.nextNode()) {
      const text = texts.currentNode as Text;
      const parent = text.parentElement;
      if (!parent || text.data.trim() === '' || !parent.checkVisibility({ visibilityProperty: true })) continue;
      if (parent.closest('script, style, noscript, option')) continue;
      range.selectNodeContents(text);
      const inner = range.getBoundingClientRect();
      for (let e: Element | null = parent; e && e !== document.body; e = e.parentElement) {
        const style = getComputedStyle(e);
        if (style.clipPath !== 'none') break; // for screen readers alone
        if (/auto|scroll/.test(style.overflowX + style.overflowY)) break; // it can be scrolled to
        const clips = /hidden|clip/.test(style.overflowX + style.overflowY);
        if (!clips && !e.matches('button, [role=tab], [role=option], [role=menuitem], .fui-Badge')) continue;
        const outer = e.getBoundingClientRect();
        const by = Math.max(
          inner.right - outer.right,
          outer.left - inner.left,
          inner.bottom - outer.bottom,
          outer.top - inner.top,
        );
        if (by > 2)
          found.push(`“${text.data.trim().slice(0, 60)}” by ${Math.round(by)} px in ${e.outerHTML.slice(0, 100)}`);
        break;
      }
    }
    return found.slice(0, 5);
  });
}

/** What reaches out of the window, and lets the page scroll sideways. */
async function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const over = [...document.querySelectorAll('body *')].filter(
      (e) => e.getBoundingClientRect().right > clientWidth + 0.5,
    );
    return [`${scrollWidth} px`, ...over.slice(0, 5).map((e) => e.outerHTML.slice(0, 200))];
  });
}

async function isLong(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollHeight > window.innerHeight + 40);
}

async function linksIn(mailbox: Mailbox): Promise<Links> {
  const subject = /asks to be /;
  const link = async (to: string) => (await mailbox.next(to, subject)).link;
  return {
    northwind: await link('admin@northwind.example'),
    contoso: await link('adele@contoso.example'),
    nobody: await link('office@adventure-works.example'),
  };
}
