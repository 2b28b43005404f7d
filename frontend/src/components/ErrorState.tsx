import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { messageOf } from '../graphql/errors';

/** What failed, in words, with Retry where trying again may help. Read out at once by screen readers. */
export function ErrorState(props: { error: unknown; title?: string; onRetry?: () => void }) {
  const { error, title = 'This could not be shown', onRetry } = props;
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle>
        {messageOf(error)}
      </MessageBarBody>
      {onRetry && (
        <MessageBarActions>
          <Button onClick={onRetry}>Retry</Button>
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
