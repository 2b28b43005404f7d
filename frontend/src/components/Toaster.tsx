import {
  Toaster as FluentToaster,
  Toast,
  ToastBody,
  type ToastIntent,
  ToastTitle,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';

/** A short message. */
export interface Told {
  title: string;
  intent?: ToastIntent;
  body?: string;
}

/** Shows each message once, for a while, and announces it to screen readers. */
export function Toaster(props: { told: readonly Told[] }) {
  const { told } = props;
  const id = useId('toaster');
  const { dispatchToast } = useToastController(id);
  const shown = useRef(0);
  useEffect(() => {
    for (const { title, intent = 'success', body } of told.slice(shown.current)) {
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {body && <ToastBody>{body}</ToastBody>}
        </Toast>,
        { intent, politeness: intent === 'error' ? 'assertive' : 'polite', timeout: 6000 },
      );
    }
    shown.current = told.length;
  }, [told, dispatchToast]);
  return <FluentToaster toasterId={id} position="bottom-end" pauseOnHover pauseOnWindowBlur />;
}
