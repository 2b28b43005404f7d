import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, useLayoutEffect, useRef, useState } from 'react';

/** From this many rows on, only those near the window are in the page. */
const many = 200;

/** Where a row of a long table stands, for its element: see `windowed`. Each part stays the same while people scroll. */
export interface Place {
  readonly index: number;
  readonly measure: (element: HTMLElement | null) => void;
}

/** What the row's element needs, so that its height and its place are known. */
export function windowed(index: number | undefined, measure: Place['measure'] | undefined) {
  if (index === undefined || measure === undefined) return {};
  return { ref: measure, 'data-index': index, 'aria-rowindex': index + 2 }; // after the head, counted from 1
}

/** The rows of a table's body, smooth also when there are thousands. `children` makes the row at a place. */
export function WindowedRows<R>(props: {
  rows: readonly R[];
  /** How high a row is, about. */
  height: number;
  children: (row: R, place: Partial<Place>) => ReactElement;
}) {
  const { rows, height, children } = props;
  if (rows.length < many) return rows.map((row) => children(row, {}));
  return (
    <Windowed rows={rows} height={height}>
      {children}
    </Windowed>
  );
}

function Windowed<R>(props: { rows: readonly R[]; height: number; children: (row: R, place: Place) => ReactElement }) {
  const { rows, height, children } = props;
  const top = useRef<HTMLTableRowElement>(null);
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    const body = top.current?.parentElement;
    if (body) setScrollMargin(body.getBoundingClientRect().top + window.scrollY);
  }, []);
  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin,
  });
  const shown = virtualizer.getVirtualItems();
  const before = (shown[0]?.start ?? scrollMargin) - scrollMargin;
  const after = virtualizer.getTotalSize() - ((shown.at(-1)?.end ?? scrollMargin) - scrollMargin);
  return (
    <>
      <tr ref={top} aria-hidden style={{ height: before }} />
      {shown.map(({ index }) => children(rows[index] as R, { index, measure: virtualizer.measureElement }))}
      <tr aria-hidden style={{ height: Math.max(after, 0) }} />
    </>
  );
}
