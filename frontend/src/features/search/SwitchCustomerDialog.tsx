import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo } from 'react';
import { TextLink } from '../../components/TextLink';
import { customersSource } from './customersSource';
import { Finder } from './Finder';
import { pinnedSource } from './pinnedSource';
import { recentSource } from './recentSource';

const useStyles = makeStyles({ all: { padding: `0 ${tokens.spacingHorizontalS}` } });

/** Goes to another customer: one that is pinned, one of the last, or any of them by its name. This tab alone goes. */
export function SwitchCustomerDialog(props: { open: boolean; userId: string; onClose: (gone: boolean) => void }) {
  const { open, userId, onClose } = props;
  const styles = useStyles();
  const sources = useMemo(() => [pinnedSource, recentSource(userId), customersSource], [userId]);
  return (
    <Finder open={open} label="Switch customer" placeholder="Search customers" sources={sources} onClose={onClose}>
      <div className={styles.all}>
        <TextLink to="/partner/customers" onClick={() => onClose(true)}>
          All customers
        </TextLink>
      </div>
    </Finder>
  );
}
