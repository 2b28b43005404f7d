import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { MailCheckmarkRegular } from '@fluentui/react-icons/svg/mail-checkmark';
import { WarningRegular } from '@fluentui/react-icons/svg/warning';
import { graphql, useFragment } from 'react-relay';
import type { DeliveryState_delivery$key } from '../../__generated__/DeliveryState_delivery.graphql';

const useStyles = makeStyles({
  root: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalXS, minWidth: 0 },
  icon: { fontSize: '16px', lineHeight: 0, flexShrink: 0, marginTop: '2px' },
  text: { display: 'flex', flexDirection: 'column', minWidth: 0, overflowWrap: 'anywhere' },
  detail: { color: tokens.colorNeutralForeground2 },
  clamp: { display: '-webkit-box', WebkitLineClamp: 2, WebkitBoxOrient: 'vertical', overflow: 'hidden' },
  failed: { color: tokens.colorPaletteRedForeground1 },
});

/** How far the mail of an offer got, and what the mail server said when it did not. */
export function DeliveryState(props: { delivery: DeliveryState_delivery$key | null | undefined; short?: boolean }) {
  const delivery = useFragment(
    graphql`
      fragment DeliveryState_delivery on MailDelivery {
        status
        attempts
        lastError
      }
    `,
    props.delivery ?? null,
  );
  const styles = useStyles();
  if (!delivery) return <Text className={styles.detail}>–</Text>;
  const { status, attempts, lastError } = delivery;
  const [Icon, words] =
    status === 'DELIVERED'
      ? ([MailCheckmarkRegular, 'Delivered'] as const)
      : status === 'FAILED'
        ? ([WarningRegular, 'Failed'] as const)
        : ([ClockRegular, 'Not delivered yet'] as const);
  const why = status === 'DELIVERED' ? null : lastError;
  return (
    <div className={mergeClasses(styles.root, status === 'FAILED' && styles.failed)}>
      <Icon className={styles.icon} />
      <div className={styles.text}>
        <Text>{words}</Text>
        {why && (
          <Text size={200} className={mergeClasses(styles.detail, props.short && styles.clamp)}>
            {attempts > 1 ? `${attempts} attempts; the last: ` : ''}
            {why}
          </Text>
        )}
      </div>
    </div>
  );
}
