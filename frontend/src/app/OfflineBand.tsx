import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useOnline } from '../lib/online';

/** Says that there is no network, and what that means for what is on screen. */
export function OfflineBand() {
  const online = useOnline();
  return (
    <div role="status">
      {!online && (
        <MessageBar intent="warning" shape="square" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>You are offline</MessageBarTitle>
            What you see may be out of date, and nothing can be changed until you are back.
          </MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}
