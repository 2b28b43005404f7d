import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { SearchRegular } from '@fluentui/react-icons/svg/search';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { lazily } from '../components/lazily';
import { Opened } from '../components/Opened';
import { phone, useMediaQuery } from '../lib/useMediaQuery';
import { useBarButtonStyles } from './barButton';
import type { NavigationRights, PlaceGroup } from './navigation';

const SearchDialog = lazily(async () => (await import('../features/search/SearchDialog')).SearchDialog);

const useStyles = makeStyles({
  field: {
    flexGrow: 1,
    flexShrink: 1,
    minWidth: 0,
    maxWidth: '400px',
    margin: '0 auto',
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
  },
  phone: { display: 'flex', flexGrow: 1, justifyContent: 'flex-end' },
  keys: { marginLeft: 'auto', fontSize: tokens.fontSizeBase200, whiteSpace: 'nowrap' },
});

/** Opens the search, as does Ctrl+K from everywhere. Looks like a field where there is room for one. */
export function SearchButton(props: {
  groups: readonly PlaceGroup[];
  rights: NavigationRights;
  organizationId: string;
  /** The customer on whose behalf the page is. */
  customerId: string | undefined;
}) {
  const { groups, rights, organizationId, customerId } = props;
  const styles = useStyles();
  const bar = useBarButtonStyles();
  const isPhone = useMediaQuery(phone);
  const [open, setOpen] = useState(false);
  const before = useRef<Element | null>(null);
  const pages = useMemo(
    () =>
      groups.flatMap(({ label, places }) =>
        places.map((place) => (place.params ? { ...place, detail: label } : place)),
      ),
    [groups],
  );

  const begin = () => {
    before.current = document.activeElement;
    setOpen(true);
  };
  const end = (gone: boolean) => {
    setOpen(false);
    const { current } = before;
    if (!gone && current instanceof HTMLElement) setTimeout(() => current.focus(), 50); // after the dialog gave it up
  };

  const beginByKeys = useEffectEvent(begin);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== 'k')
        return;
      event.preventDefault(); // the browser's own search
      if (!document.querySelector('[aria-modal=true]')) beginByKeys(); // a question is answered first
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  const opener = {
    'aria-label': 'Search',
    'aria-haspopup': 'dialog',
    'aria-keyshortcuts': 'Control+K',
    icon: <SearchRegular />,
    onPointerEnter: SearchDialog.preload,
    onFocus: SearchDialog.preload,
    onClick: begin,
  } as const;
  return (
    <>
      {isPhone ? (
        <div className={styles.phone}>
          <Button {...opener} appearance="transparent" className={bar.button} />
        </div>
      ) : (
        <Button {...opener} className={styles.field}>
          Search <span className={styles.keys}>Ctrl+K</span>
        </Button>
      )}
      <Opened when={open}>
        <SearchDialog
          open={open}
          pages={pages}
          canReadDelegatedAdmins={rights.canReadDelegatedAdmins}
          canReadGroups={rights.canReadGroups}
          canReadUsers={rights.canReadUsers}
          canReadDomains={rights.canReadDomains}
          organizationId={organizationId}
          customerId={customerId}
          isPartner={Boolean(rights.partner)}
          onClose={end}
        />
      </Opened>
    </>
  );
}
