import { cleanup, configure } from '@testing-library/react';
import { afterEach, vi } from 'vitest';

// relay-test-utils calls jest.fn().
Object.assign(globalThis, { jest: vi, NodeFilter: window.NodeFilter });

// A busy machine is no failure.
configure({ asyncUtilTimeout: 10_000 });

// What jsdom lacks.
window.scrollTo = () => undefined;
window.matchMedia ??= (query: string) =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList;
globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

// Unmount before jsdom goes: Fluent UI observes the document and does some of its work a tick later.
afterEach(async () => {
  cleanup();
  await new Promise((resolve) => setTimeout(resolve));
});
