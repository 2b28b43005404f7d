// How soon the list of delegated admins can be used on a cold load: nothing in the browser's cache, the server on this
// machine, the browser's CPU throttled to a quarter. `make bench-app` runs it; docs/performance.md says what came out.
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';

const rounds = 7;
const throttle = 4;
const goal = 2500; // ms
const binary = resolve(import.meta.dirname, '../../bin/delegated-admin');

const folder = await mkdtemp(join(tmpdir(), 'delegated-admin-bench-'));
const server = spawn(binary, ['--demo', '--listen', 'localhost:0', '--database', `sqlite:${join(folder, 'bench.db')}`]);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
try {
  const baseURL = await address();
  const throttled = [];
  const work = [];
  for (let round = 0; round < rounds; round++) {
    throttled.push((await coldLoad(baseURL, throttle)).usable);
    work.push((await coldLoad(baseURL, 1)).work);
  }
  tell(`usable, CPU throttled ${throttle} times (goal ${goal} ms)`, throttled);
  tell('work of the page’s main thread until then, not throttled', work);
} finally {
  await browser.close();
  server.kill();
  await rm(folder, { recursive: true, force: true });
}

/** The address that the server prints once it listens. */
async function address() {
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding('utf8');
  return new Promise((found, failed) => {
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)));
    for (const stream of [server.stdout, server.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        const url = /http:\/\/localhost:\d+/.exec(line)?.[0];
        if (url) found(url);
      });
    }
  });
}

/**
 * Milliseconds from the navigation until a row of the list is on screen and the page answers, and the time that the page's
 * main thread ran on a CPU for it, which a busy machine hardly changes.
 */
async function coldLoad(baseURL, rate) {
  const context = await browser.newContext({ baseURL });
  await context.request.post('/graphql', {
    data: {
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { message } } }',
      variables: { input: { userName: 'admin@contoso.example', password: 'delegated-demo' } },
    },
  });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
  await page.addInitScript(() => {
    window.usable = new Promise((resolve) => {
      const look = () => {
        const row = document.querySelector('table[aria-label="Delegated admins"] tbody a');
        // Painted, and what was waiting to run has run.
        if (row) requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
        else requestAnimationFrame(look);
      };
      look();
    });
  });
  await page.goto('/support/delegated-admins');
  const usable = await page.evaluate(() => window.usable);
  const { metrics } = await devtools.send('Performance.getMetrics');
  const work = 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0);
  await context.close();
  return { usable, work };
}

function tell(what, times) {
  const ordered = times.map(Math.round).sort((a, b) => a - b);
  process.stdout.write(`${what}: median ${ordered[Math.floor(ordered.length / 2)]} ms of ${ordered.join(', ')}\n`);
}
