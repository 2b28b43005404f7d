import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { TermsBox_terms$key } from '../__generated__/TermsBox_terms.graphql';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  text: {
    boxSizing: 'border-box',
    maxHeight: '240px',
    overflowY: 'auto',
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  detail: { color: tokens.colorNeutralForeground2 },
  fingerprint: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
});

/** The partner's terms, word for word, with the fingerprint that the acceptance carries. */
export function TermsBox(props: { partner: string; terms: TermsBox_terms$key }) {
  const { text, sha256 } = useFragment(
    graphql`
      fragment TermsBox_terms on Terms {
        text
        sha256
      }
    `,
    props.terms,
  );
  const styles = useStyles();
  return (
    <div className={styles.root}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and people scroll with the keyboard too */}
      <section className={styles.text} tabIndex={0} aria-label={`Terms of ${props.partner}`}>
        {text}
      </section>
      <Text size={200} className={styles.detail}>
        What is shown here is what is recorded. Fingerprint (SHA-256):{' '}
        <span className={styles.fingerprint}>{sha256}</span>
      </Text>
    </div>
  );
}
