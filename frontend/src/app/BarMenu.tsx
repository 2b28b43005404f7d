import { Button } from '@fluentui/react-components';
import { type ReactElement, type ReactNode, type Ref, Suspense, useState } from 'react';
import { ErrorBoundary } from '../components/ErrorBoundary';
import { useBarButtonStyles } from './barButton';

/** The button of a menu, whose menu may want to know it. */
export type MenuButton = ReactElement<{ ref?: Ref<HTMLButtonElement> }>;

/** A menu of the top bar. What opens below the button is fetched when somebody is about to open it, and then begins open. */
export function BarMenu(props: {
  label: string;
  icon: ReactElement;
  onIntent: () => void;
  /** The menu, with its button as the trigger. */
  children: (button: MenuButton) => ReactNode;
}) {
  const { label, icon, onIntent, children } = props;
  const styles = useBarButtonStyles();
  const [wanted, setWanted] = useState(false);
  const looks = { appearance: 'transparent', className: styles.button, 'aria-label': label, icon } as const;
  const closed = (onOpen: () => void) => (
    <Button
      {...looks}
      aria-haspopup="menu"
      onPointerEnter={onIntent}
      onFocus={onIntent}
      onClick={onOpen}
      onKeyDown={(event) => event.key === 'ArrowDown' && onOpen()}
    />
  );
  const want = () => setWanted(true);
  if (!wanted) return closed(want);
  return (
    // Without a network there is no menu: the button stays, and the next click tries again.
    <ErrorBoundary fallback={(_, retry) => closed(retry)}>
      <Suspense fallback={closed(want)}>{children(<Button {...looks} />)}</Suspense>
    </ErrorBoundary>
  );
}
