import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Still } from './Still';

const useStyles = makeStyles({
  panel: { width: 'min(592px, 100vw)', '@media (max-width: 639.98px)': { width: '100vw' } },
  subtitle: { color: tokens.colorNeutralForeground2 },
  title: { overflowWrap: 'anywhere' },
  body: { paddingBottom: tokens.spacingVerticalXXL },
});

/**
 * What a row of a list is about, at the right side, the whole width on phones. Escape closes it and the focus goes back to
 * where it was. Tabs and content are the children; whether it is open should stand in the address.
 */
export function DetailsPanel(props: {
  open: boolean;
  title: string;
  subtitle?: ReactNode;
  /** Stays in view while the content scrolls: tabs, commands. */
  navigation?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}) {
  const { open, title, subtitle, navigation, onClose, children } = props;
  const styles = useStyles();
  const before = useRef<Element | null>(null);
  const panel = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (open) {
      before.current = document.activeElement;
      return;
    }
    const element = before.current;
    before.current = null;
    if (!(element instanceof HTMLElement)) return;
    // After the panel has left: until then it keeps the focus inside.
    const timer = setTimeout(() => {
      const { activeElement } = document;
      if (activeElement !== document.body && !panel.current?.contains(activeElement)) return; // somebody went on already
      if (element !== document.body && element.isConnected) element.focus();
      else document.querySelector<HTMLElement>('main h1')?.focus();
    }, 300);
    return () => clearTimeout(timer);
  }, [open]);

  return (
    <OverlayDrawer
      ref={panel}
      open={open}
      position="end"
      className={styles.panel}
      aria-label={title}
      onOpenChange={(_, data) => !data.open && onClose()}
    >
      <Still still={!open}>
        <DrawerHeader>
          <DrawerHeaderTitle
            heading={{ className: styles.title }}
            action={<Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={onClose} />}
          >
            {title}
          </DrawerHeaderTitle>
          {subtitle && <Text className={styles.subtitle}>{subtitle}</Text>}
          {navigation}
        </DrawerHeader>
        <DrawerBody className={styles.body}>{children}</DrawerBody>
      </Still>
    </OverlayDrawer>
  );
}
