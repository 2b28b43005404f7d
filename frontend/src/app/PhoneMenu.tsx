import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { Navigation } from './Navigation';
import type { PlaceGroup } from './navigation';

const useStyles = makeStyles({
  drawer: { width: 'min(320px, 90vw)' },
  body: { padding: 0 },
});

/** The navigation on phones: it comes in from the left and goes once a place is chosen. */
export function PhoneMenu(props: {
  open: boolean;
  organization: string;
  groups: readonly PlaceGroup[];
  onClose: () => void;
}) {
  const { open, organization, groups, onClose } = props;
  const styles = useStyles();
  return (
    <OverlayDrawer
      open={open}
      position="start"
      className={styles.drawer}
      aria-label="Menu"
      onOpenChange={(_, data) => !data.open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={onClose} />}
        >
          {organization}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={styles.body}>
        <Navigation groups={groups} onGo={onClose} />
      </DrawerBody>
    </OverlayDrawer>
  );
}
