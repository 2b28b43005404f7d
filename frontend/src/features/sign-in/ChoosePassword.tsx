import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { PageHeader } from '../../components/PageHeader';
import { messageOf, UserErrors } from '../../graphql/errors';
import { useSession } from '../../graphql/session';
import { PasswordForm } from './PasswordForm';

const useStyles = makeStyles({ root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM } });

/** The page where somebody chooses a password, by whatever proves who they are, and is signed in with it. */
export function ChoosePassword(props: {
  sentence: string;
  busy: boolean;
  /** What is asked for besides the password, if anything. `fault` is what is wrong with an input of that name. */
  proof?: (fault: (name: string) => string | undefined) => ReactNode;
  /** The names of the inputs in `proof`. */
  proofInputs?: readonly string[];
  /** Whether the proof can be sent; if not, it has said why and taken the focus. */
  isWhole?: () => boolean;
  onChoose: (newPassword: string) => Promise<unknown>;
}) {
  const { sentence, busy, proof, proofInputs = [], isWhole, onChoose } = props;
  const router = useRouter();
  const [error, setError] = useState<unknown>(null);
  const session = useSession();
  const styles = useStyles();

  const submit = async (newPassword: string) => {
    setError(null);
    try {
      await onChoose(newPassword);
    } catch (caught) {
      setError(caught);
      return;
    }
    session.renew();
    router.history.replace('/'); // what proved it has done its work: it leaves the address
  };

  const faults = error instanceof UserErrors ? error : undefined;
  const rest = faults ? faults.except('newPassword', ...proofInputs) : error === null ? undefined : messageOf(error);
  return (
    <div className={styles.root}>
      <PageHeader title="Choose a password" sentence={sentence} />
      {rest && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{rest}</MessageBarBody>
        </MessageBar>
      )}
      <PasswordForm
        busy={busy}
        error={faults?.for('newPassword')}
        {...(proof ? { before: proof((name) => faults?.for(name)) } : {})}
        {...(isWhole ? { isWhole } : {})}
        onSubmit={submit}
      />
    </div>
  );
}
