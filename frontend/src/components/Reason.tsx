import { Button, Input, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { justify, longestJustification, useJustification } from '../lib/justification';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minWidth: 0,
    // On phones under the way out, on a line of its own.
    '@media (max-width: 639.98px)': { order: 1, flexWrap: 'nowrap', width: '100%' },
  },
  text: { overflowWrap: 'anywhere', flexGrow: 1 },
  button: { flexShrink: 0 },
  input: { width: '280px', minWidth: 0, '@media (max-width: 639.98px)': { flexGrow: 1, width: 'auto' } },
});

/**
 * Why the person works for a customer that asks for it: asked once, kept while the tab is open, sent with every change.
 * Until they say so their changes are refused.
 */
export function Reason(props: { organizationId: string; name: string }) {
  const { organizationId, name } = props;
  const styles = useStyles();
  const reason = useJustification(organizationId);
  const [text, setText] = useState<string>(); // undefined while nobody writes
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (!text?.trim()) return;
    justify(organizationId, text);
    setText(undefined);
  };

  if (reason && text === undefined) {
    return (
      <div className={styles.root}>
        <Text className={styles.text}>
          Reason: <strong>{reason}</strong>
        </Text>
        <Button size="small" className={styles.button} onClick={() => setText(reason)}>
          Change reason
        </Button>
      </div>
    );
  }
  return (
    <form className={styles.root} onSubmit={save}>
      <Input
        size="small"
        className={styles.input}
        aria-label={`${name} asks why you work here`}
        placeholder={`Why? ${name} asks for a reason`}
        required
        maxLength={longestJustification}
        value={text ?? ''}
        onChange={(_, { value }) => setText(value)}
      />
      <Button size="small" type="submit" appearance="primary" className={styles.button}>
        Save reason
      </Button>
    </form>
  );
}
