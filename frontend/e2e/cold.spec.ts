import type { BrowserContext, Page } from '@playwright/test';
import { arriveAt, expect, settled, test } from './test.ts';

/** kB of JavaScript, gzip, that a page may load when it is the first of a visit. */
const most = 330;

const contoso = async (context: BrowserContext) => {
  const response = await context.request.post('/graphql', {
    data: { query: '{ viewer { customers(first: 1) { edges { node { customer { id } } } } } }' },
  });
  const { data } = await response.json();
  return `/partner/customers/${data.viewer.customers.edges[0].node.customer.id}`;
};

/** Every page of the app, as the first of a visit. */
const pages: { path: string | ((context: BrowserContext) => Promise<string>); title: string; who?: string }[] = [
  { path: '/sign-in', title: 'Sign in' },
  { path: '/sign-in-link#YqPjTnZcUv0eUoOq4Pq0J2TzqfR3Ck1nXcV1d0bJ6mE', title: 'Choose a password' },
  { path: '/no/such/page', title: 'Page not found' },
  { path: '/', title: 'Home', who: 'admin@contoso.example' },
  { path: '/support', title: 'Support overview', who: 'admin@contoso.example' },
  { path: '/support/delegated-admins', title: 'Delegated admins', who: 'admin@contoso.example' },
  { path: '/audit-log', title: 'Audit log', who: 'admin@contoso.example' },
  { path: '/partner/customers', title: 'Customers', who: 'admin@fabrikam.example' },
  { path: contoso, title: 'Contoso', who: 'tech@fabrikam.example' },
  { path: '/partner/offers', title: 'Offers', who: 'admin@fabrikam.example' },
  { path: '/partner/offers/new', title: 'New offer', who: 'admin@fabrikam.example' },
];
const asks = 'Fabrikam asks to be a delegated admin of your organization';

test(`each page as the first one loads at most ${most} kB of JavaScript, and nothing on it moves`, async ({
  person,
  mailbox,
}) => {
  const { link } = await mailbox.next('office@adventure-works.example', /asks to be /);
  const sizes = new Map<string, number>();
  for (const { path, title, who } of [...pages, { path: link, title: asks, who: undefined }]) {
    const page = await person(who); // with nothing in its cache
    const address = typeof path === 'string' ? path : await path(page.context());
    const scripts: string[] = [];
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.push(response.url());
    });
    const moved = await watchMoves(page);
    await page.goto(address);
    await arriveAt(page, title);
    await settled(page);
    let bytes = 0;
    for (const url of scripts) bytes += await gzipped(page.context(), url, sizes);
    const kB = Math.round(bytes / 1000);
    console.log(`${String(kB).padStart(4)} kB  ${title}`);
    expect.soft(scripts.length, title).toBeGreaterThan(5); // else nothing was measured
    expect.soft(kB, title).toBeLessThanOrEqual(most);
    expect.soft(await moved(), `${title}, 1280 px`).toEqual([]);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('about:blank');
    await page.goto(address);
    await arriveAt(page, title);
    await settled(page);
    expect.soft(await moved(), `${title}, 390 px`).toEqual([]);
    await page.context().close();
  }
});

async function gzipped(context: BrowserContext, url: string, known: Map<string, number>): Promise<number> {
  const found = known.get(url);
  if (found !== undefined) return found;
  const response = await context.request.get(url, { headers: { 'Accept-Encoding': 'gzip' } });
  const size = Number(response.headers()['content-length']);
  known.set(url, size);
  return size;
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
