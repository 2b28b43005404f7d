import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  mergeClasses,
  Spinner,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { DismissCircleRegular } from '@fluentui/react-icons/svg/dismiss-circle';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { messageOf } from '../graphql/errors';
import { ConfirmDialog, type ConfirmStep } from './ConfirmDialog';
import { Still } from './Still';

/** One of the things with which something is done. */
export interface Item {
  readonly id: string;
  readonly name: string;
}

/** What became of one of them: `done` goes on after its name, such as “deleted.”; otherwise why not. */
export type ItemResult = { readonly id: string } & ({ readonly done: string } | { readonly why: string });

/** What the API says about several of them, as the dialog tells it: `done` goes on after a name. */
export function resultsOf(
  results: readonly { readonly id: string; readonly userErrors: readonly { readonly message: string }[] }[],
  done: string,
): ItemResult[] {
  return results.map(({ id, userErrors }) =>
    userErrors.length === 0 ? { id, done } : { id, why: userErrors.map(({ message }) => message).join(' ') },
  );
}

/** How far one of them is. */
type Outcome = { state: 'waiting' | 'busy' } | { state: 'done' | 'failed'; words: string };

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, maxHeight: '40vh', overflowY: 'auto' },
  item: {
    display: 'grid',
    gridTemplateColumns: '20px minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    alignItems: 'start',
    padding: `${tokens.spacingVerticalXS} 0`,
    overflowWrap: 'anywhere',
  },
  plain: {
    margin: 0,
    paddingLeft: tokens.spacingHorizontalXL,
    maxHeight: '30vh',
    overflowY: 'auto',
    overflowWrap: 'anywhere',
  },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  icon: { fontSize: '20px', lineHeight: 0 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

/**
 * Asks before something is done with one thing or several, does it a few at a time, and tells for each what became of it.
 * `onClose` gets those with which it went well.
 */
export function EachDialog<I extends Item>(props: {
  /** Empty: the dialog is closed. */
  chosen: readonly I[];
  /** The questions; `names` lists those that were chosen when they are several. */
  steps: (items: readonly I[], names: ReactNode) => readonly [ConfirmStep, ...ConfirmStep[]];
  /** What stands after a name meanwhile, such as “deleting …”. */
  doing: string;
  /** The title of the results when some failed, such as “2 of 5 users were not deleted”. */
  failed: (failed: number, items: readonly I[]) => string;
  /** How many go at once. */
  atOnce?: number;
  /** Throws what must be mended before it can begin. */
  check?: () => void;
  act: (items: readonly I[]) => Promise<readonly ItemResult[]>;
  /** After each few, also when they were refused: what is shown may have changed. */
  onProgress: () => unknown;
  onClose: (done: readonly I[]) => void;
}) {
  const { chosen, steps, doing, failed, atOnce = 1, check, act, onProgress, onClose } = props;
  const styles = useStyles();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, Outcome>>(new Map());
  const [asked, setAsked] = useState<readonly I[]>([]);
  const [telling, setTelling] = useState(false);

  // What was asked about stands until the dialog is closed, also when the list changes below it.
  if (asked.length === 0 && chosen.length > 0) setAsked(chosen);

  const end = (done: readonly I[]) => {
    setOutcomes(new Map());
    setAsked([]);
    setTelling(false);
    onClose(done);
  };
  const close = () => end(asked.filter(({ id }) => outcomes.get(id)?.state === 'done'));

  const run = async () => {
    check?.();
    const found = new Map<string, Outcome>(asked.map(({ id }) => [id, { state: 'waiting' }]));
    const show = () => setOutcomes(new Map(found));
    for (let from = 0; from < asked.length; from += atOnce) {
      const some = asked.slice(from, from + atOnce);
      for (const { id } of some) found.set(id, { state: 'busy' });
      show();
      for (const result of await actOn(some, act)) {
        found.set(
          result.id,
          'done' in result ? { state: 'done', words: result.done } : { state: 'failed', words: result.why },
        );
      }
      show();
      onProgress();
    }
    const done = asked.filter(({ id }) => found.get(id)?.state === 'done');
    if (done.length === asked.length) return end(done);
    setTelling(true);
  };

  const names = asked.length > 1 && (
    <ul className={styles.plain} {...scrolls(asked.length)}>
      {asked.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
  // At the end what went wrong comes first: it may be one of a thousand.
  const failedFirst = (a: I, b: I) => Number(hasFailed(b)) - Number(hasFailed(a));
  const hasFailed = ({ id }: I) => outcomes.get(id)?.state === 'failed';
  const results = (
    <ul className={styles.list} aria-live="polite" {...scrolls(asked.length)}>
      {(telling ? [...asked].sort(failedFirst) : asked).map(({ id, name }) => (
        <OutcomeItem key={id} name={name} doing={doing} outcome={outcomes.get(id) ?? { state: 'waiting' }} />
      ))}
    </ul>
  );
  const questions = asked.length > 0 ? steps(asked, names) : nothing;
  const busy = outcomes.size > 0;
  return (
    <>
      <ConfirmDialog
        open={asked.length > 0 && !telling}
        steps={busy ? withBody(questions, results) : questions}
        onConfirm={run}
        onClose={(done) => {
          if (!done) close();
        }}
      />
      <Results
        open={telling}
        title={
          asked.length > 0 ? failed([...outcomes.values()].filter(({ state }) => state === 'failed').length, asked) : ''
        }
        onClose={close}
      >
        {results}
      </Results>
    </>
  );
}

const nothing: readonly [ConfirmStep] = [{ title: '', body: null, yes: '', no: '' }];

/** The same questions; the one that was answered tells how far it is. */
function withBody(steps: readonly [ConfirmStep, ...ConfirmStep[]], body: ReactNode) {
  return steps.map((step) => ({ ...step, body })) as unknown as readonly [ConfirmStep, ...ConfirmStep[]];
}

/** A long list scrolls, and people scroll with the keyboard too. */
function scrolls(length: number) {
  return length > 8 ? { tabIndex: 0 } : {};
}

/** A request that fails as a whole fails for each. */
async function actOn<I extends Item>(
  items: readonly I[],
  act: (items: readonly I[]) => Promise<readonly ItemResult[]>,
): Promise<readonly ItemResult[]> {
  try {
    return await act(items);
  } catch (error) {
    return items.map(({ id }) => ({ id, why: messageOf(error) }));
  }
}

function OutcomeItem(props: { name: string; doing: string; outcome: Outcome }) {
  const { name, doing, outcome } = props;
  const styles = useStyles();
  return (
    <li className={styles.item}>
      {outcome.state === 'done' && <CheckmarkCircleRegular className={mergeClasses(styles.icon, styles.done)} />}
      {outcome.state === 'failed' && <DismissCircleRegular className={mergeClasses(styles.icon, styles.failed)} />}
      {outcome.state === 'busy' && <Spinner size="extra-tiny" />}
      {outcome.state === 'waiting' && <ClockRegular className={styles.icon} />}
      <span>
        <strong>{name}</strong>: {inWords(outcome, doing)}
      </span>
    </li>
  );
}

function inWords(outcome: Outcome, doing: string): string {
  switch (outcome.state) {
    case 'waiting':
      return 'waits';
    case 'busy':
      return doing;
    default:
      return outcome.words;
  }
}

function Results(props: { open: boolean; title: string; onClose: () => void; children: ReactNode }) {
  const { open, title, onClose, children } = props;
  const styles = useStyles();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const timer = setTimeout(() => button.current?.focus());
    return () => clearTimeout(timer);
  }, [open]);
  return (
    <Dialog open={open} modalType="alert" onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface aria-describedby={undefined}>
        <Still still={!open}>
          <DialogBody>
            <DialogTitle>{title}</DialogTitle>
            <DialogContent className={styles.content}>
              {children}
              <Text>The list shows them as they are now.</Text>
            </DialogContent>
            <DialogActions>
              <Button ref={button} appearance="primary" onClick={onClose}>
                Close
              </Button>
            </DialogActions>
          </DialogBody>
        </Still>
      </DialogSurface>
    </Dialog>
  );
}
