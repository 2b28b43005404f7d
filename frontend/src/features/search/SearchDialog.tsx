import { Button, Dialog, DialogBody, DialogSurface, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useRouter } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { Still } from '../../components/Still';
import { customersSource } from './customersSource';
import { delegatedAdminsSource } from './delegatedAdminsSource';
import { Results } from './Results';
import { type Hit, type Page, pagesSource } from './source';
import { useSearch } from './useSearch';

const useStyles = makeStyles({
  surface: {
    boxSizing: 'border-box',
    width: 'min(600px, calc(100vw - 16px))',
    maxWidth: 'none',
    marginTop: '56px',
    marginBottom: 'auto',
    padding: tokens.spacingHorizontalM,
  },
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  box: { flexGrow: 1, maxWidth: 'none', minWidth: 0 },
});

interface Props {
  open: boolean;
  /** The pages that the person may open. */
  pages: readonly Page[];
  canReadDelegatedAdmins: boolean;
  isPartner: boolean;
  /** `gone`: to what was found. */
  onClose: (gone: boolean) => void;
}

/** Looks for pages, partners and customers, and goes to what is chosen. By keyboard: arrows, Enter, Escape. */
export function SearchDialog(props: Props) {
  const { open, onClose } = props;
  const styles = useStyles();
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose(false)}>
      <DialogSurface className={styles.surface} aria-label="Search" aria-describedby={undefined}>
        <Still still={!open}>
          <Search {...props} />
        </Still>
      </DialogSurface>
    </Dialog>
  );
}

function Search(props: Props) {
  const { pages, canReadDelegatedAdmins, isPartner, onClose } = props;
  const styles = useStyles();
  const router = useRouter();
  const [text, setText] = useState('');
  const sources = useMemo(
    () => [
      ...(canReadDelegatedAdmins ? [delegatedAdminsSource] : []),
      ...(isPartner ? [customersSource] : []),
      pagesSource(pages),
    ],
    [pages, canReadDelegatedAdmins, isPartner],
  );
  const found = useSearch(sources, text.trim());
  const hits = found.groups.flatMap((group) => group.hits);
  const [marked, setMarked] = useState<string>();
  const at = Math.max(
    hits.findIndex(({ key }) => key === marked),
    0,
  );
  const current = hits[at];

  const go = (hit: Hit) => {
    onClose(true);
    void router.navigate(hit.link);
  };
  const mark = (next: number) => setMarked(hits[(next + hits.length) % hits.length]?.key);
  const keys: Record<string, () => void> = {
    ArrowDown: () => mark(at + 1),
    ArrowUp: () => mark(at - 1),
    Enter: () => current && !found.looking && go(current),
  };
  return (
    <DialogBody className={styles.body}>
      <div className={styles.head}>
        <SearchBox
          className={styles.box}
          role="combobox"
          aria-label="Search"
          aria-expanded={hits.length > 0}
          aria-controls="search-results"
          aria-autocomplete="list"
          aria-activedescendant={current ? `search-${current.key}` : undefined}
          placeholder={placeholder(canReadDelegatedAdmins, isPartner)}
          maxLength={100}
          autoFocus
          dismiss={null}
          value={text}
          onChange={(_, data) => {
            setText(data.value);
            setMarked(undefined); // the best one again
          }}
          onKeyDown={(event) => {
            const act = keys[event.key];
            if (!act) return;
            event.preventDefault();
            act();
          }}
        />
        <Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={() => onClose(false)} />
      </div>
      <Results {...found} asked={text.trim()} current={current} onMark={setMarked} onGo={go} />
    </DialogBody>
  );
}

function placeholder(partners: boolean, customers: boolean): string {
  const places = [...(partners ? ['partners'] : []), ...(customers ? ['customers'] : []), 'pages'];
  return `Search ${places.join(', ').replace(/, (?=\w+$)/, ' and ')}`;
}
