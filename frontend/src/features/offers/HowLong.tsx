import { makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { day, durationInWords, longDate } from '../../lib/time';

const shorter = [30, 90, 180];

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  group: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})`, flexWrap: 'wrap' },
  radio: { whiteSpace: 'nowrap' },
  detail: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** What the partner asks for. */
  requested: number;
  days: number;
  /** Without it the time is only shown. */
  onDays?: ((days: number) => void) | undefined;
}

/** Until when; the customer may choose less than what was asked for. */
export function HowLong(props: Props) {
  const { requested, days, onDays } = props;
  const styles = useStyles();
  const choices = [...shorter.filter((n) => n < requested), requested];
  return (
    <div className={styles.root}>
      <Text>
        Until <strong>{longDate(lastDay(days))}</strong>, {durationInWords(days)} from the acceptance.
      </Text>
      {onDays && choices.length > 1 && (
        <RadioGroup
          className={styles.group}
          layout="horizontal"
          aria-label="How long"
          value={String(days)}
          onChange={(_, data) => onDays(Number(data.value))}
        >
          {choices.map((n) => (
            <Radio
              key={n}
              className={styles.radio}
              value={String(n)}
              label={n === requested ? `${durationInWords(n)}, as requested` : durationInWords(n)}
            />
          ))}
        </RadioGroup>
      )}
      <Text className={styles.detail}>
        It ends by itself then. You can end it at any moment in <em>Support &gt; Manage delegated admins</em>; it stops
        at once.
      </Text>
    </div>
  );
}

/** When something ends that begins now and lasts so many days. */
export function lastDay(days: number, now = Date.now()): Date {
  return new Date(now + days * day);
}
