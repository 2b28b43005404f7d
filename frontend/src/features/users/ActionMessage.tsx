import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef } from 'react';
import type { UserActions } from './useUserActions';

const useStyles = makeStyles({
  root: { marginBottom: tokens.spacingVerticalM, ':focus': { outlineStyle: 'none' } },
});

/** Says what was done with users, and takes the focus, since what it was done with may be gone. */
export function ActionMessage(props: { actions: UserActions }) {
  const { told, tell } = props.actions;
  const styles = useStyles();
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told === '') return;
    const timer = setTimeout(() => message.current?.focus(), 50); // after the dialog has given the focus back
    return () => clearTimeout(timer);
  }, [told]);
  if (told === '') return null;
  return (
    <div ref={message} tabIndex={-1} className={styles.root}>
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{told}</MessageBarBody>
        <MessageBarActions
          containerAction={
            <Button appearance="transparent" aria-label="Dismiss" icon={<DismissRegular />} onClick={() => tell('')} />
          }
        />
      </MessageBar>
    </div>
  );
}
