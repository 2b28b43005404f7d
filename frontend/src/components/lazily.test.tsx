import { render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, it, vi } from 'vitest';
import { ErrorBoundary } from './ErrorBoundary';
import { lazily } from './lazily';

it('fetches a component when it is first shown, and once', async () => {
  const load = vi.fn(async () => () => <p>here</p>);
  const Lazy = lazily(load);
  expect(load).not.toHaveBeenCalled();
  render(
    <Suspense fallback={<p>on its way</p>}>
      <Lazy />
      <Lazy />
    </Suspense>,
  );
  expect(await screen.findAllByText('here')).toHaveLength(2);
  expect(load).toHaveBeenCalledOnce();
});

it('tries again after it could not be fetched', async () => {
  let online = false;
  const Lazy = lazily(async () => {
    if (!online) throw new Error('no network');
    return () => <p>here</p>;
  });
  Lazy.preload(); // fails, and nobody is told
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  render(
    <ErrorBoundary
      fallback={(_, retry) => (
        <button type="button" onClick={retry}>
          Retry
        </button>
      )}
    >
      <Suspense fallback={<p>on its way</p>}>
        <Lazy />
      </Suspense>
    </ErrorBoundary>,
  );
  const retry = await screen.findByRole('button', { name: 'Retry' });
  online = true;
  retry.click();
  expect(await screen.findByText('here')).toBeTruthy();
});
