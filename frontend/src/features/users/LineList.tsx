import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Line } from './importLines';
import { inWords, type LineResult } from './importRun';

const useStyles = makeStyles({
  box: {
    maxHeight: 'min(480px, 60vh)',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  list: { position: 'relative', listStyleType: 'none', margin: 0, padding: 0 },
  line: {
    boxSizing: 'border-box',
    position: 'absolute',
    left: 0,
    right: 0,
    top: 0,
    display: 'grid',
    gridTemplateColumns: '56px minmax(0, 2fr) minmax(0, 3fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    overflowWrap: 'anywhere',
    '@media (max-width: 639.98px)': { gridTemplateColumns: '40px minmax(0, 1fr)' },
  },
  number: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  result: { '@media (max-width: 639.98px)': { gridColumn: 2 } },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  none: { padding: tokens.spacingHorizontalM, color: tokens.colorNeutralForeground2 },
});

/** Every line of the file with what became of it; of thousands only those in view are in the page. */
export function LineList(props: { lines: readonly Line[]; results: readonly LineResult[]; problemsOnly: boolean }) {
  const { lines, results, problemsOnly } = props;
  const styles = useStyles();
  const box = useRef<HTMLElement>(null);
  const places = useMemo(() => {
    const all = lines.map((_, at) => at);
    return problemsOnly ? all.filter((at) => results[at]?.state === 'problem') : all;
  }, [lines, results, problemsOnly]);
  const virtualizer = useVirtualizer({
    count: places.length,
    getScrollElement: () => box.current,
    estimateSize: () => 37,
    getItemKey: (index) => places[index] ?? index,
    overscan: 10,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and people scroll with the keyboard too
    <section ref={box} className={styles.box} tabIndex={0} aria-label="Lines of the file">
      {places.length === 0 && <p className={styles.none}>There is none.</p>}
      <ul className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const at = places[index] ?? 0;
          const line = lines[at];
          const result = results[at];
          if (!line || !result) return null;
          return (
            <li
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={places.length}
              aria-posinset={index + 1}
            >
              <span className={styles.number}>{line.number}</span>
              <span>{line.userName || '(no user name)'}</span>
              <span
                className={mergeClasses(
                  styles.result,
                  result.state === 'problem' ? styles.bad : result.state === 'created' ? styles.good : styles.quiet,
                )}
              >
                {inWords(result)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
