import { act, configure, fireEvent, screen, within } from '@testing-library/react';
import { MockPayloadGenerator } from 'relay-test-utils';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEnvironment, renderPage } from '../../testing/render';
import { AuditLogPage } from './AuditLogPage';

// What is hidden is looked for too: to tell them apart takes most of the time in jsdom.
configure({ defaultHidden: true });

// jsdom lays nothing out: each event is as high as is guessed, and the window is where this says.
const height = Object.getOwnPropertyDescriptor(HTMLElement.prototype, 'offsetHeight') as PropertyDescriptor;
beforeAll(() => Object.defineProperty(HTMLElement.prototype, 'offsetHeight', { configurable: true, get: () => 64 }));
afterAll(() => {
  Object.defineProperty(HTMLElement.prototype, 'offsetHeight', height);
  window.scrollY = 0;
});

function scrollTo(y: number) {
  window.scrollY = y;
  fireEvent.scroll(window);
}

const hour = 3_600_000;

/** The audit log with so many events, one each hour, of 5,000. */
async function show(loaded: number) {
  const environment = createEnvironment();
  await renderPage(<AuditLogPage />, { path: '/audit-log', route: '/frame/audit-log', environment });
  const now = Date.now();
  const edges = Array.from({ length: loaded }, (_, index) => ({
    cursor: `c${index}`,
    node: {
      id: `evt_${index}`,
      at: new Date(now - index * hour).toISOString(),
      target: `Object ${index}`,
      changes: [],
    },
  }));
  const query = environment.mock.getMostRecentOperation();
  act(() =>
    environment.mock.resolve(
      query,
      MockPayloadGenerator.generate(query, {
        Organization: () => ({ id: 'org_1', viewerCanUpdateSettings: false }),
        DelegationConnection: () => ({ edges: [] }),
        AuditEventConnection: () => ({ totalCount: 5000, edges, pageInfo: { hasNextPage: true, endCursor: 'c' } }),
      }),
    ),
  );
  return within(await screen.findByRole('region', { name: 'Audit log' }));
}

const places = (items: HTMLElement[]) => items.map((item) => Number(item.getAttribute('aria-posinset')));

it('has of a thousand events those near the window in the page, each with its place among all', async () => {
  const log = await show(1000);
  expect(log.getAllByRole('list').length).toBe(1);
  expect(log.getAllByRole('listitem').length).toBeLessThan(50);
  expect(places(log.getAllByRole('listitem')).slice(0, 3)).toEqual([1, 2, 3]);

  scrollTo(500 * 64);
  const items = log.getAllByRole('listitem');
  expect(items.length).toBeLessThan(50);
  expect(places(items)).toContain(501);
  expect(places(items)).not.toContain(1);
  expect(items.every((item) => item.getAttribute('aria-setsize') === '5000')).toBe(true);
  const [first] = places(items) as [number];
  expect(log.getByRole('list').style.paddingTop).toBe(`${(first - 1) * 64}px`);
  expect(log.getByRole('list').style.paddingBottom).toBe(`${(1000 - first + 1 - items.length) * 64}px`);
});

it('has all of a few events in the page, and a heading in the first one of each day', async () => {
  const log = await show(100);
  const items = log.getAllByRole('listitem');
  expect(items.length).toBe(100);
  const headings = log.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
  expect(headings.slice(0, 2)).toEqual(['Today', 'Yesterday']);
  expect(new Set(headings).size).toBe(headings.length);
  expect(within(items[0] as HTMLElement).getByRole('heading').textContent).toBe('Today');
});
