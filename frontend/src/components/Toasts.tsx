import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { lazily } from './lazily';
import { Opened } from './Opened';
import type { Told } from './Toaster';

type Tell = (title: string, options?: Omit<Told, 'title'>) => void;

const ToastContext = createContext<Tell>(() => undefined);
const Toaster = lazily(async () => (await import('./Toaster')).Toaster);

/** The place where short messages appear. It is fetched once somebody uses the page: nothing is told before. */
export function Toasts(props: { children: ReactNode }) {
  const [used, setUsed] = useState(false);
  const [told, setTold] = useState<readonly Told[]>([]);
  useEffect(() => {
    if (used) return;
    const use = () => setUsed(true);
    const signs = ['pointerdown', 'keydown'] as const;
    for (const sign of signs) window.addEventListener(sign, use, { once: true });
    return () => {
      for (const sign of signs) window.removeEventListener(sign, use);
    };
  }, [used]);
  const tell = useMemo<Tell>(() => (title, options) => setTold((all) => [...all, { title, ...options }]), []);
  return (
    <ToastContext value={tell}>
      {props.children}
      <Opened when={used || told.length > 0}>
        <Toaster told={told} />
      </Opened>
    </ToastContext>
  );
}

/** `tell('Saved')`: a short message that goes by itself. Never the only copy of what matters. */
export function useToast(): Tell {
  return useContext(ToastContext);
}
