import { ShieldLockRegular } from '@fluentui/react-icons/svg/shield-lock';
import { graphql, useFragment } from 'react-relay';
import type { UserBadges_user$key } from '../../__generated__/UserBadges_user.graphql';
import { Tag } from '../../components/Tag';

/** What is out of the ordinary about an account, beside its name. */
export function UserBadges(props: { user: UserBadges_user$key }) {
  const user = useFragment(
    graphql`
      fragment UserBadges_user on User {
        protected
        createdBy {
          name
        }
      }
    `,
    props.user,
  );
  return (
    <>
      {user.protected && (
        <Tag color="informative" icon={<ShieldLockRegular />}>
          Protected
        </Tag>
      )}
      {user.createdBy && (
        <Tag appearance="outline" color="informative">
          Created by {user.createdBy.name}
        </Tag>
      )}
    </>
  );
}
