import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { EachDialog, type Item, type ItemResult } from '../../components/EachDialog';
import { ListFoot } from '../../components/ListFoot';
import { count } from '../../lib/time';

/** How many one request acts on at most, and how many are read at once. */
export const atOnce = 100;

/** Something that was left behind. */
export interface Left extends Item {
  readonly detail: ReactNode;
}

/** A way to undo what was left behind, or to make it harmless. */
export interface Undo<L extends Left> {
  /** What the button says, such as “Disable”. */
  readonly label: string;
  /** What will happen, in sentences. */
  readonly body: readonly string[];
  /** What stands after a name meanwhile, and in the results. */
  readonly doing: string;
  readonly done: string;
  /** After “was not”. */
  readonly not: string;
  readonly danger?: boolean;
  /** Of which of them it makes sense; all by default. */
  readonly of?: (left: L) => boolean;
  readonly act: (items: readonly L[]) => Promise<readonly ItemResult[]>;
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  heading: {
    margin: 0,
    marginRight: 'auto',
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: 600,
    ':focus': { outlineStyle: 'none' },
  },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  name: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    flexBasis: '160px',
    minWidth: 0,
    overflowWrap: 'anywhere',
  },
  small: { color: tokens.colorNeutralForeground2 },
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** One kind of what was left behind: a list, and beside each and for all what undoes it. Nothing when there is none. */
export function LeftSection<L extends Left>(props: {
  title: string;
  /** What they are called when they are counted, such as “user”. */
  noun: string;
  children?: ReactNode;
  rows: readonly L[];
  total: number;
  hasMore: boolean;
  loading: boolean;
  onMore: () => void;
  undos: readonly Undo<L>[];
  /** Reads the list again. */
  onChange: () => void;
}) {
  const { title, noun, children, rows, total, hasMore, loading, onMore, undos, onChange } = props;
  const styles = useStyles();
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const [asked, setAsked] = useState<{ undo: Undo<L>; items: readonly L[] }>();
  const [forAll, setForAll] = useState<Undo<L>>();

  // All means all: what is not read yet is read before the question.
  const goOn = useEffectEvent(() => {
    if (!forAll) return;
    if (hasMore) return onMore();
    setForAll(undefined);
    setAsked({ undo: forAll, items: rows.filter((row) => forAll.of?.(row) ?? true) });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each page
  useEffect(() => {
    if (!loading) goOn();
  }, [forAll, loading, rows.length]);

  if (total === 0 && !asked) return null;
  const whom = (all: readonly Item[]) => (all.length === 1 ? (all[0]?.name ?? '') : count(all.length, noun));
  const { undo } = asked ?? {};
  return (
    <section className={styles.root} aria-labelledby={id}>
      <div className={styles.head}>
        <h3 ref={heading} id={id} tabIndex={-1} className={styles.heading}>
          {title} ({total.toLocaleString('en')})
        </h3>
        {total > 1 &&
          undos.map((one) => {
            const none = !hasMore && one.of !== undefined && !rows.some(one.of);
            return (
              <Button
                key={one.label}
                size="small"
                disabledFocusable={forAll !== undefined || none}
                onClick={() => setForAll(one)}
              >
                {one.label} all
              </Button>
            );
          })}
      </div>
      {children && <Text className={styles.small}>{children}</Text>}
      <ul className={styles.list} aria-labelledby={id}>
        {rows.map((row) => (
          <li key={row.id} className={styles.item}>
            <span className={styles.name}>
              <Text weight="semibold">{row.name}</Text>
              <Text size={200} className={styles.small}>
                {row.detail}
              </Text>
            </span>
            {undos
              .filter((one) => one.of?.(row) ?? true)
              .map((one) => (
                <Button
                  key={one.label}
                  size="small"
                  appearance="subtle"
                  aria-label={`${one.label} ${row.name}`}
                  onClick={() => setAsked({ undo: one, items: [row] })}
                >
                  {one.label}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      {hasMore && <ListFoot shown={rows.length} total={total} hasMore loading={loading} onMore={onMore} />}
      <EachDialog
        chosen={asked?.items ?? []}
        doing={undo?.doing ?? ''}
        failed={(failed, all) =>
          all.length === 1
            ? `${whom(all)} was not ${undo?.not}`
            : `${failed} of ${whom(all)} ${failed === 1 ? 'was' : 'were'} not ${undo?.not}`
        }
        steps={(all, names) => [
          {
            title: `${undo?.label}: ${whom(all)}?`,
            body: (
              <div className={styles.content}>
                {names}
                {undo?.body.map((sentence) => (
                  <Text key={sentence}>{sentence}</Text>
                ))}
              </div>
            ),
            yes: undo?.label ?? '',
            no: 'Cancel',
            danger: undo?.danger ?? false,
          },
        ]}
        atOnce={atOnce}
        act={undo?.act ?? (async () => [])}
        onProgress={onChange}
        onClose={() => {
          setAsked(undefined);
          setTimeout(() => heading.current?.focus(), 50); // the button may be gone with its row
        }}
      />
    </section>
  );
}

/** What can be done in one request: those that are alike. */
export function alike<L>(items: readonly L[], by: (item: L) => string): L[][] {
  const groups = new Map<string, L[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return [...groups.values()];
}
