import { Avatar, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { graphql, useFragment } from 'react-relay';
import type { DemoAccounts_installation$key } from '../../__generated__/DemoAccounts_installation.graphql';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(280px, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  card: {
    boxSizing: 'border-box',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    height: '100%',
    minHeight: '72px',
    padding: tokens.spacingVerticalM,
    textAlign: 'left',
    font: 'inherit',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusLarge,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    '[aria-disabled=true]': { cursor: 'default', opacity: 0.6 },
  },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  title: { margin: 0 },
});

/** The demo's accounts, one click away. */
export function DemoAccounts(props: {
  installation: DemoAccounts_installation$key;
  busy: boolean;
  onChoose: (userName: string, password: string) => void;
}) {
  const { busy, onChoose } = props;
  const { demoAccounts } = useFragment(
    graphql`
      fragment DemoAccounts_installation on Installation {
        demoAccounts {
          userName
          displayName
          organizationName
          description
          password
        }
      }
    `,
    props.installation,
  );
  const styles = useStyles();
  return (
    <section className={styles.root} aria-labelledby="demo-accounts">
      <div>
        <Subtitle1 as="h2" block id="demo-accounts" className={styles.title}>
          Or be somebody in the demo
        </Subtitle1>
        <Text className={styles.detail}>
          One click signs you in. The password of all of them is “{demoAccounts[0]?.password}”.
        </Text>
      </div>
      <ul className={styles.list}>
        {demoAccounts.map((account) => (
          <li key={account.userName}>
            <button
              type="button"
              className={styles.card}
              aria-disabled={busy}
              onClick={() => !busy && onChoose(account.userName, account.password)}
            >
              <Avatar
                aria-hidden
                name={account.displayName}
                color="colorful"
                idForColor={account.organizationName}
                size={40}
              />
              <span className={styles.text}>
                <Text weight="semibold">{account.displayName}</Text>
                <Text size={200}>
                  {account.organizationName}: {account.description}
                </Text>
                <Text size={200} className={styles.detail}>
                  {account.userName}
                </Text>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
