import { makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { judgePassword, passwordMin } from '../lib/password';

const useStyles = makeStyles({
  // Two lines of hint, so that nothing moves while typing.
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS, minHeight: '48px' },
  hint: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

/** Under the field of a new password: how strong it is, and what would make it better. The field is described by `id`. */
export function PasswordStrength(props: { id: string; password: string }) {
  const { id, password } = props;
  const styles = useStyles();
  const empty = password === '';
  const { score, word, hint } = judgePassword(password);
  return (
    <div className={styles.root}>
      <ProgressBar
        aria-label="Strength of the password"
        aria-valuetext={empty ? 'Nothing entered yet' : word}
        value={empty ? 0 : Math.max(score, 0.5) / 4}
        color={score < 2 ? 'error' : score === 2 ? 'warning' : 'success'}
        thickness="large"
      />
      <Text id={id} size={200} className={styles.hint}>
        {/* The word alone is announced: it changes rarely. */}
        <span role="status">{empty ? '' : `${word}. `}</span>
        {empty
          ? `${passwordMin} characters at least. A few words that have nothing to do with each other are best.`
          : hint}
      </Text>
    </div>
  );
}
