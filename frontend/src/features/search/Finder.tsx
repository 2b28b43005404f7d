import { Button, Dialog, DialogBody, DialogSurface, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { useRouter } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { Still } from '../../components/Still';
import { Results } from './Results';
import type { Hit, Source } from './source';
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
  /** What is done here: “Search”. */
  label: string;
  placeholder: string;
  /** Where it looks: the same list for as long as it is the same. */
  sources: readonly Source[];
  /** `gone`: to what was found. */
  onClose: (gone: boolean) => void;
  /** What stands under the results. */
  children?: ReactNode;
}

/** Looks for something, and goes to what is chosen. By keyboard: arrows, Enter, Escape. */
export function Finder(props: Props) {
  const { open, label, onClose } = props;
  const styles = useStyles();
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose(false)}>
      <DialogSurface className={styles.surface} aria-label={label} aria-describedby={undefined}>
        <Still still={!open}>
          <Body {...props} />
        </Still>
      </DialogSurface>
    </Dialog>
  );
}

function Body(props: Props) {
  const { label, placeholder, sources, onClose, children } = props;
  const styles = useStyles();
  const router = useRouter();
  const [text, setText] = useState('');
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
          aria-label={label}
          aria-expanded={hits.length > 0}
          aria-controls="search-results"
          aria-autocomplete="list"
          aria-activedescendant={current ? `search-${current.key}` : undefined}
          placeholder={placeholder}
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
      {children}
    </DialogBody>
  );
}
