import { defineConfig } from '@playwright/test';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** The app in Chromium against the real server: `make build`, then `npx playwright test`. Each test starts its own server. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: '../test-output/browser',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: 'list',
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    screenshot: 'only-on-failure', // a trace costs each test more than it takes itself: --trace on, to look at one closely
    locale: 'en-US',
    timezoneId: 'Europe/Berlin', // not UTC: what shows a time converts it
    viewport: { width: 1280, height: 800 },
    launchOptions: { executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium-headless-shell', args: flags },
  },
});
