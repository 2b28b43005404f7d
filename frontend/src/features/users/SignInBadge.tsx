import { Tag } from '../../components/Tag';

/** Whether somebody may sign in. */
export function SignInBadge(props: { enabled: boolean }) {
  return <Tag color={props.enabled ? 'success' : 'warning'}>{props.enabled ? 'Allowed' : 'Blocked'}</Tag>;
}
