import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
} from '@fluentui/react-components';
import { useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { OpenInquiry_partner$key } from '../../__generated__/OpenInquiry_partner.graphql';
import { ConfirmDialog } from '../../components/ConfirmDialog';
import { RelativeTime } from '../../components/RelativeTime';
import { useToast } from '../../components/Toasts';
import { roleName } from '../../lib/roles';
import { useWithdrawInquiry } from './useWithdrawInquiry';

const useStyles = makeStyles({ words: { display: 'block', whiteSpace: 'pre-line', overflowWrap: 'anywhere' } });

/** What one's own organization asked the partner for and waits for, and the way to take it back. */
export function OpenInquiry(props: { partner: OpenInquiry_partner$key }) {
  const { id, name, viewerInquiry } = useFragment(
    graphql`
      fragment OpenInquiry_partner on Partner {
        id
        name
        viewerInquiry {
          askedBy
          message
          roles
          replyTo
          createdAt
        }
      }
    `,
    props.partner,
  );
  const styles = useStyles();
  const tell = useToast();
  const [asked, setAsked] = useState(false);
  const [withdraw] = useWithdrawInquiry();
  const close = (done: boolean) => {
    setAsked(false);
    if (done) tell(`You take back what you asked ${name}`);
  };
  return (
    <>
      {viewerInquiry && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>You wait for an offer.</MessageBarTitle> {viewerInquiry.askedBy} asked for it{' '}
            <RelativeTime at={viewerInquiry.createdAt} />. It goes to {viewerInquiry.replyTo}.
            {viewerInquiry.roles.length > 0 && ` Roles: ${viewerInquiry.roles.map(roleName).join(', ')}.`}
            <Text className={styles.words}>“{viewerInquiry.message}”</Text>
          </MessageBarBody>
          <MessageBarActions>
            <Button onClick={() => setAsked(true)}>Take it back</Button>
          </MessageBarActions>
        </MessageBar>
      )}
      <ConfirmDialog
        open={asked}
        steps={[
          {
            title: `Take back what you asked ${name}?`,
            body: 'It leaves the list of the partner. The mail that it got stays with it.',
            yes: 'Take it back',
            no: 'Cancel',
          },
        ]}
        onConfirm={() => withdraw({ input: { partnerId: id } })}
        onClose={close}
      />
    </>
  );
}
