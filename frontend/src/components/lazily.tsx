import { type ComponentType, lazy } from 'react';

/**
 * A component in a file of its own, which the browser fetches when it is first shown, or when `preload` is called: as soon as
 * somebody is about to open it. It stands within a Suspense. A fetch that failed is tried again by the next.
 */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>) {
  let loading: Promise<{ default: ComponentType<P> }> | undefined;
  const fetched = () => {
    loading ??= load().then(
      (component) => ({ default: component }),
      (error: unknown) => {
        loading = undefined;
        Current = lazy(fetched);
        throw error;
      },
    );
    return loading;
  };
  let Current: ComponentType<P> = lazy(fetched);
  function Lazy(props: P) {
    return <Current {...props} />;
  }
  return Object.assign(Lazy, { preload: () => void fetched().catch(() => undefined) });
}
