import { Button } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark';
import { CopyRegular } from '@fluentui/react-icons/svg/copy';
import { useState } from 'react';
import { useToast } from './Toasts';

/** Copies a text: `name` says which, such as “the value”. */
export function CopyButton(props: { name: string; text: string }) {
  const { name, text } = props;
  const [copied, setCopied] = useState<string>();
  const tell = useToast();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(text);
      tell(`Copied ${name}`);
    } catch {
      tell('The browser does not let this page copy', { intent: 'error', body: 'Mark the text and copy it yourself.' });
    }
  };
  return (
    <Button
      size="small"
      appearance="subtle"
      icon={copied === text ? <CheckmarkRegular /> : <CopyRegular />}
      aria-label={`Copy ${name}`}
      onClick={() => void copy()}
    >
      Copy
    </Button>
  );
}
