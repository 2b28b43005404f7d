import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { precompress } from './tools/precompress.ts';
import { relay } from './tools/relay.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.DELEGATED_ADMIN_SERVER ?? 'http://localhost:8080';

export default defineConfig({
  plugins: [relay(at('./src/__generated__')), react(), precompress()],
  // GraphiQL's workers are made by Vite itself, from addresses that end with ?worker.
  optimizeDeps: { exclude: ['graphiql/setup-workers/vite', '@graphiql/react/setup-workers/vite'] },
  // The whole package brings the components of Relay's older API along, which nothing here uses.
  resolve: { alias: [{ find: /^react-relay$/, replacement: 'react-relay/hooks' }] },
  server: {
    // The browser's Origin goes with the host it names: the server compares the two.
    proxy: { '/graphql': { target: server, ws: true }, '/mailbox': server },
  },
  build: {
    target: 'baseline-widely-available',
    assetsInlineLimit: 0, // the content security policy knows no data: scripts and fonts
    sourcemap: false,
    chunkSizeWarningLimit: 4000, // GraphiQL's editor
    rolldownOptions: {
      input: { index: at('./index.html'), graphiql: at('./graphiql.html') },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            { name: 'relay', test: /node_modules[\\/](react-relay|relay-runtime)[\\/]/ },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/vitest.setup.ts'],
    testTimeout: 30_000,
    maxWorkers: '100%', // else one less than there are CPUs
    isolate: false, // each file has a document of its own, not libraries of its own: to load them takes longer than the tests
    css: false,
  },
});
