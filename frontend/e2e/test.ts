import { type BrowserContext, type BrowserContextOptions, test as base, expect, type Page } from '@playwright/test';
import { Mailbox } from './mailbox.ts';
import { Server } from './server.ts';

export const password = 'delegated-demo';

interface Fixtures {
  server: Server;
  mailbox: Mailbox;
  /** Opens a browser of its own for somebody: nobody who is signed in, or one of the demo's people. */
  person: (userName?: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What browsers complained about: none of it is accepted at the end. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from it what a fixture needs
  server: async ({}, use) => {
    const server = await Server.start();
    await use(server);
    await server.stop();
  },
  baseURL: async ({ server }, use) => use(server.url),
  mailbox: async ({ server }, use) => use(new Mailbox(server.url)),
  // biome-ignore lint/correctness/noEmptyPattern: as above
  complaints: async ({}, use) => {
    const complaints: string[] = [];
    await use(complaints);
    expect(complaints, 'console messages, page errors, dialogs, requests to elsewhere').toEqual([]);
  },
  context: async ({ context, server, complaints }, use) => {
    await watch(context, server.url, complaints);
    await use(context);
  },
  person: async ({ browser, server, complaints, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (userName, options) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: server.url, ...options });
      contexts.push(context);
      await watch(context, server.url, complaints);
      if (userName) await signInByApi(context, userName);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

/** What is said for no fault of ours. */
const accepted = [
  // A mail may run no script: the browser says so of the one that Playwright puts into every frame, see below.
  /^Blocked script execution in '[^']*\/mailbox\/\w+\/body' because the document's frame is sandboxed/,
  // A hint to password managers: only the link knows whose password it sets.
  /^\[DOM\] Password forms should have \(optionally hidden\) username fields/,
  // GraphiQL tells when it starts its workers.
  /^setup-workers\/vite /,
];

/** Notes whatever the browser complains about, and whatever leaves for another origin. */
async function watch(context: BrowserContext, origin: string, complaints: string[]): Promise<void> {
  context.on('console', (message) => {
    if (!accepted.some((words) => words.test(message.text())))
      complaints.push(`console.${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => complaints.push(`error: ${error.error().stack ?? error.error().message}`));
  context.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) complaints.push(`request: ${url}`);
  });
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
  });
}

/** Signs in without the page: for tests that are about something else. */
async function signInByApi(context: BrowserContext, userName: string): Promise<void> {
  const response = await context.request.post('/graphql', {
    data: {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }',
      variables: { input: { userName, password } },
    },
  });
  expect(await response.json()).toEqual({ data: { signIn: { userErrors: [] } } });
}

/** Signs in on the sign-in page that is open. */
export async function signIn(page: Page, userName: string): Promise<void> {
  await page.getByLabel('User name').fill(userName);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** The page's title, once it is there. */
export async function arriveAt(page: Page, title: string | RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}

/** Waits until nothing moves or loads any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.fui-Skeleton')).toHaveCount(0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    // What was just asked of the page, such as another color scheme, begins to move with its next frame.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    await Promise.allSettled(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((animation) => animation.finished),
    );
  });
}
