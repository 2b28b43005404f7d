import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { BuildingMultipleRegular } from '@fluentui/react-icons/svg/building-multiple';
import { DismissRegular } from '@fluentui/react-icons/svg/dismiss';
import { Navigation } from './Navigation';
import type { PlaceGroup } from './navigation';

const useStyles = makeStyles({
  drawer: { width: 'min(320px, 90vw)' },
  body: { padding: 0 },
  // As the places below it.
  switch: {
    width: `calc(100% - 2 * ${tokens.spacingHorizontalS})`,
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0`,
    minHeight: '40px',
    justifyContent: 'flex-start',
  },
});

/** The navigation on phones: it comes in from the left and goes once a place is chosen. */
export function PhoneMenu(props: {
  open: boolean;
  organization: string;
  groups: readonly PlaceGroup[];
  /** Opens the way to another customer, for people of a partner. */
  onSwitch?: () => void;
  onClose: () => void;
}) {
  const { open, organization, groups, onSwitch, onClose } = props;
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
        {onSwitch && (
          <Button
            className={styles.switch}
            aria-haspopup="dialog"
            icon={<BuildingMultipleRegular />}
            onClick={() => {
              onClose();
              onSwitch();
            }}
          >
            Switch customer
          </Button>
        )}
        <Navigation groups={groups} onGo={onClose} />
      </DrawerBody>
    </OverlayDrawer>
  );
}
