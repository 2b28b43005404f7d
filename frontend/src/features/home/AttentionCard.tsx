import { makeStyles, mergeClasses, Subtitle2, Text, tokens } from '@fluentui/react-components';
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock';
import { ChatHelpRegular } from '@fluentui/react-icons/svg/chat-help';
import { ClockRegular } from '@fluentui/react-icons/svg/clock';
import { MailDismissRegular } from '@fluentui/react-icons/svg/mail-dismiss';
import { MailUnreadRegular } from '@fluentui/react-icons/svg/mail-unread';
import { ShieldErrorRegular } from '@fluentui/react-icons/svg/shield-error';
import type { ReactNode } from 'react';

const icons = {
  offer: MailUnreadRegular,
  asked: ChatHelpRegular,
  mail: MailDismissRegular,
  end: CalendarClockRegular,
  refused: ShieldErrorRegular,
  waiting: ClockRegular,
};

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
  },
  icon: { fontSize: '24px', lineHeight: 0, flexShrink: 0, alignSelf: 'flex-start', paddingTop: '2px' },
  offer: { color: tokens.colorBrandForeground1 },
  asked: { color: tokens.colorBrandForeground1 },
  mail: { color: tokens.colorStatusDangerForeground1 },
  end: { color: tokens.colorStatusWarningForeground1 },
  refused: { color: tokens.colorStatusDangerForeground1 },
  waiting: { color: tokens.colorNeutralForeground2 },
  words: { display: 'flex', flexDirection: 'column', gap: '2px', flexGrow: 1, flexBasis: '200px', minWidth: 0 },
  title: { margin: 0, overflowWrap: 'anywhere' },
  action: { '@media (max-width: 639.98px)': { marginLeft: '40px' } },
  text: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', maxWidth: '72ch' },
});

/** One thing that needs attention: what it is, and where to go on. */
export function AttentionCard(props: { kind: keyof typeof icons; title: string; text: ReactNode; action?: ReactNode }) {
  const { kind, title, text, action } = props;
  const styles = useStyles();
  const Icon = icons[kind];
  return (
    <div className={styles.root}>
      <Icon className={mergeClasses(styles.icon, styles[kind])} aria-hidden />
      <div className={styles.words}>
        <Subtitle2 as="h2" className={styles.title}>
          {title}
        </Subtitle2>
        <Text className={styles.text}>{text}</Text>
      </div>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
