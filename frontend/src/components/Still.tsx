import { memo, type ReactNode } from 'react';

/** What it holds stays as it was last while `still`: a dialog or panel keeps what it says until it is gone. */
export const Still = memo(
  (props: { still: boolean; children: ReactNode }) => props.children,
  (_, { still }) => still,
);
