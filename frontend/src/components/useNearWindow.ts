import { defaultRangeExtractor, useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';

/** From this many rows on, only those near the window are in the page. */
export const many = 200;

/**
 * Which rows of a list that the page scrolls are near the window, where they stand, and how much room the others take before
 * and after them. A row's element gets `measure` as its ref, and its index as `data-index`.
 */
export function useNearWindow<E extends HTMLElement>(list: {
  count: number;
  /** How high a row is, about. */
  height: number;
  /** Tells the rows apart when others come before them. Stays the same while the rows do. */
  keyOf?: (index: number) => string;
}) {
  const { count, height, keyOf } = list;
  const top = useRef<E>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    if (top.current) setScrollMargin(top.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const all = count < many;
  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin,
    rangeExtractor: (range) => defaultRangeExtractor(all ? { ...range, startIndex: 0, endIndex: count - 1 } : range),
    ...(keyOf && { getItemKey: keyOf }),
  });
  // What is read stays in place as rows come and heights become known: by the browser while all are in the page, else by this.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = all ? () => false : undefined;
  useLayoutEffect(() => {
    if (all) return;
    const { style } = document.documentElement;
    style.overflowAnchor = 'none';
    return () => {
      style.overflowAnchor = '';
    };
  }, [all]);
  const shown = virtualizer.getVirtualItems();
  const before = (shown[0]?.start ?? scrollMargin) - scrollMargin;
  const after = virtualizer.getTotalSize() - ((shown.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return { top, shown, before, after: Math.max(after, 0), measure: virtualizer.measureElement };
}
