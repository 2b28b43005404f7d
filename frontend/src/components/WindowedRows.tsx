import type { ReactElement } from 'react';
import { many, useNearWindow } from './useNearWindow';

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
  const { top, shown, before, after, measure } = useNearWindow<HTMLTableRowElement>({ count: rows.length, height });
  return (
    <>
      <tr ref={top} aria-hidden style={{ height: before }} />
      {shown.map(({ index }) => children(rows[index] as R, { index, measure }))}
      <tr aria-hidden style={{ height: after }} />
    </>
  );
}
