import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { DeleteRegular } from '@fluentui/react-icons/svg/delete';
import { StarRegular } from '@fluentui/react-icons/svg/star';
import { useState } from 'react';
import { graphql, useFragment } from 'react-relay';
import type { DomainDetails_domain$key } from '../../__generated__/DomainDetails_domain.graphql';
import type { Item } from '../../components/EachDialog';
import { Facts } from '../../components/Facts';
import { useToast } from '../../components/Toasts';
import { messageOf } from '../../graphql/errors';
import { count, longDate } from '../../lib/time';
import { DomainProof } from './DomainProof';
import { DomainTags } from './DomainTags';
import { useSetDefaultDomain } from './useSetDefaultDomain';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  small: { color: tokens.colorNeutralForeground2 },
});

/** What a domain is, and for those who may: its proof, and to make it the default or remove it. */
export function DomainDetails(props: { domain: DomainDetails_domain$key; onRemove: (domain: Item) => void }) {
  const { onRemove } = props;
  const domain = useFragment(
    graphql`
      fragment DomainDetails_domain on Domain {
        id
        name
        verifiedAt
        isInitial
        isDefault
        userCount
        viewerCanManage
        addedBy {
          name
        }
        ...DomainTags_domain
        ...DomainProof_domain
      }
    `,
    props.domain,
  );
  const { id, name, verifiedAt, isInitial, isDefault, userCount, viewerCanManage, addedBy } = domain;
  const styles = useStyles();
  const tell = useToast();
  const [error, setError] = useState('');
  const [setDefault, busy] = useSetDefaultDomain();

  const makeDefault = async () => {
    if (busy) return;
    setError('');
    try {
      await setDefault({ input: { id } });
      tell(`${name} is the default now`);
    } catch (caught) {
      setError(messageOf(caught));
    }
  };

  return (
    <div className={styles.root}>
      {viewerCanManage && (
        <div className={styles.buttons}>
          {verifiedAt && !isDefault && (
            <Button
              icon={busy ? <Spinner size="tiny" /> : <StarRegular />}
              disabledFocusable={busy}
              onClick={() => void makeDefault()}
            >
              Make default
            </Button>
          )}
          {!isInitial && !isDefault && (
            <Button icon={<DeleteRegular />} onClick={() => onRemove({ id, name })}>
              Remove
            </Button>
          )}
        </div>
      )}
      {error !== '' && (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{error}</MessageBarBody>
        </MessageBar>
      )}
      <Facts
        facts={[
          ['How it stands', <DomainTags key="t" domain={domain} />],
          verifiedAt && ['Verified', longDate(verifiedAt)],
          ['Users', `${count(userCount, 'user')} ${userCount === 1 ? 'has' : 'have'} their name or address in it`],
          isInitial && ['Origin', 'It came with the organization, and stays with it.'],
          addedBy && ['Added by', `${addedBy.name}, on behalf of the organization`],
        ]}
      />
      {isDefault && (
        <Text className={styles.small}>
          New user names lie in it unless another domain is chosen. To remove it, make another one the default first.
        </Text>
      )}
      {!verifiedAt && <DomainProof domain={domain} />}
    </div>
  );
}
