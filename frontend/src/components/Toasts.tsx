import {
  Toast,
  ToastBody,
  Toaster,
  type ToastIntent,
  ToastTitle,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { createContext, type ReactNode, useContext, useMemo } from 'react';

type Tell = (title: string, options?: { intent?: ToastIntent; body?: string }) => void;

const ToastContext = createContext<Tell>(() => undefined);

/** The place where short messages appear. */
export function Toasts(props: { children: ReactNode }) {
  const id = useId('toaster');
  const { dispatchToast } = useToastController(id);
  const tell = useMemo<Tell>(
    () =>
      (title, { intent = 'success', body } = {}) =>
        dispatchToast(
          <Toast>
            <ToastTitle>{title}</ToastTitle>
            {body && <ToastBody>{body}</ToastBody>}
          </Toast>,
          { intent, politeness: intent === 'error' ? 'assertive' : 'polite', timeout: 6000 },
        ),
    [dispatchToast],
  );
  return (
    <ToastContext value={tell}>
      {props.children}
      <Toaster toasterId={id} position="bottom-end" pauseOnHover pauseOnWindowBlur />
    </ToastContext>
  );
}

/** `tell('Saved')`: a short message that goes by itself. Never the only copy of what matters. */
export function useToast(): Tell {
  return useContext(ToastContext);
}
