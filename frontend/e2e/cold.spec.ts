import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import type { Mailbox } from './mailbox.ts';
import { arriveAt, expect, settled, test } from './test.ts';

/** kB of JavaScript, gzip, that a page may load when it is the first of a visit. */
const most = 330;

interface First {
  title: string;
  who?: string;
  path: string | ((context: BrowserContext, mailbox: Mailbox) => Promise<string>);
}

/** Every page of the app, as the first of a visit. */
const pages: readonly First[] = [
  { path: '/sign-in', title: 'Sign in' },
  { path: '/sign-in-link#YqPjTnZcUv0eUoOq4Pq0J2TzqfR3Ck1nXcV1d0bJ6mE', title: 'Choose a password' },
  { path: '/no/such/page', title: 'Page not found' },
  {
    path: async (_, mailbox) => (await mailbox.next('office@adventure-works.example', /asks to be /)).link,
    title: 'Fabrikam asks to be a delegated admin of your organization',
  },
  { path: '/', title: 'Home', who: 'admin@contoso.example' },
  { path: '/support', title: 'Support overview', who: 'admin@contoso.example' },
  { path: '/support/delegated-admins', title: 'Delegated admins', who: 'admin@contoso.example' },
  { path: '/audit-log', title: 'Audit log', who: 'admin@contoso.example' },
  { path: '/partner/customers', title: 'Customers', who: 'admin@fabrikam.example' },
  { path: contoso, title: 'Contoso', who: 'admin@fabrikam.example' },
  { path: '/partner/offers', title: 'Offers', who: 'admin@fabrikam.example' },
  { path: '/partner/offers/new', title: 'New offer', who: 'admin@fabrikam.example' },
];

async function contoso({ request }: BrowserContext): Promise<string> {
  const response = await request.post('/graphql', {
    data: { query: '{ viewer { customers(first: 1) { edges { node { customer { id } } } } } }' },
  });
  const { data } = await response.json();
  return `/partner/customers/${data.viewer.customers.edges[0].node.customer.id}`;
}

for (const who of new Set(pages.map((page) => page.who))) {
  test(`what ${who ?? 'nobody'} opens first loads at most ${most} kB of JavaScript, and nothing on it moves`, async ({
    person,
    mailbox,
  }) => {
    for (const first of pages.filter((one) => one.who === who)) {
      const page = await person(who); // with nothing in its cache
      const { path } = first;
      const address = typeof path === 'string' ? path : await path(page.context(), mailbox);
      await test.step(first.title, () => open(page, address, first.title));
      await page.context().close();
    }
  });
}

async function open(page: Page, address: string, title: string): Promise<void> {
  const scripts: string[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.url());
  });
  const moved = await watchMoves(page);
  await page.goto(address);
  await arriveAt(page, title);
  await settled(page);
  const kB = await gzipped(scripts);
  console.log(`${String(kB).padStart(4)} kB  ${title}`);
  expect.soft(kB, title).toBeGreaterThan(200); // else it was not measured
  expect.soft(kB, title).toBeLessThanOrEqual(most);
  expect.soft(await moved(), `${title}, 1280 px`).toEqual([]);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('about:blank');
  await page.goto(address);
  await arriveAt(page, title);
  await settled(page);
  expect.soft(await moved(), `${title}, 390 px`).toEqual([]);
}

/** How many kB these are on their way: what was compressed when the app was built is served so. */
async function gzipped(urls: readonly string[]): Promise<number> {
  const sizes = urls.map(async (url) => {
    const file = resolve(import.meta.dirname, `../dist${new URL(url).pathname}`);
    const { size } = await stat(`${file}.gz`).catch(() => stat(file));
    return size;
  });
  return Math.round((await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1000);
}

/** Notes what moves on each page that is opened from now on; the answer is empty while it is no more than nothing. */
async function watchMoves(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const moves: { value: number; what: string[] }[] = [];
    Object.assign(window, { moves });
    interface Shift extends PerformanceEntry {
      value: number;
      hadRecentInput: boolean;
      sources: { node?: Node }[];
    }
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (hadRecentInput) continue;
        const what = sources.map(({ node }) =>
          node instanceof Element ? node.outerHTML.slice(0, 120) : (node?.textContent?.slice(0, 120) ?? ''),
        );
        moves.push({ value, what });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(() => {
      const { moves } = window as unknown as { moves: { value: number; what: string[] }[] };
      const sum = moves.reduce((all, { value }) => all + value, 0);
      if (sum <= 0.01) return [];
      return moves.map(({ value, what }) => `${value.toFixed(4)}: ${what.join(' | ')}`);
    });
}
