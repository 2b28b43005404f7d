import { graphql, usePaginationFragment } from 'react-relay';
import type { LeftPasswords_delegation$key } from '../../__generated__/LeftPasswords_delegation.graphql';
import type { LeftPasswordsListQuery } from '../../__generated__/LeftPasswordsListQuery.graphql';
import { resultsOf } from '../../components/EachDialog';
import { atOnce, type Left, LeftSection, type Undo } from './LeftSection';
import { useReadAgain } from './useReadAgain';
import { useResetLeftPasswords } from './useResetLeftPasswords';

/** The users whose password the partner's people reset and who have chosen none since. */
export function LeftPasswords(props: { delegation: LeftPasswords_delegation$key }) {
  const { data, loadNext, hasNext, isLoadingNext, refetch } = usePaginationFragment<
    LeftPasswordsListQuery,
    LeftPasswords_delegation$key
  >(
    graphql`
      fragment LeftPasswords_delegation on Delegation
      @refetchable(queryName: "LeftPasswordsListQuery")
      @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "Cursor" }) {
        passwordsLeftBehind(first: $count, after: $cursor) @connection(key: "LeftPasswords_passwordsLeftBehind") {
          totalCount
          edges {
            node {
              id
              displayName
              userName
              viewerCanResetPassword
            }
          }
        }
      }
    `,
    props.delegation,
  );
  const [reset] = useResetLeftPasswords();
  const rows = (data.passwordsLeftBehind?.edges ?? []).map(({ node }) => ({
    id: node.id,
    name: node.displayName,
    detail: node.userName,
    can: node.viewerCanResetPassword,
  }));
  const undos: readonly Undo<Left & { can: boolean }>[] = [
    {
      label: 'Send a new link',
      body: ['A link to choose a new password goes to their own address, in the name of your organization.'],
      doing: 'sending …',
      done: 'a link is on its way.',
      not: 'sent a link',
      of: ({ can }) => can,
      act: async (items) => {
        const { resetPasswords } = await reset({ input: { userIds: items.map(({ id }) => id) } });
        return resultsOf(resetPasswords.results, 'a link is on its way.');
      },
    },
  ];
  return (
    <LeftSection
      title="Passwords they reset"
      noun="user"
      rows={rows}
      total={data.passwordsLeftBehind?.totalCount ?? 0}
      hasMore={hasNext}
      loading={isLoadingNext}
      onMore={() => loadNext(atOnce)}
      undos={undos}
      onChange={useReadAgain(refetch, rows.length)}
    >
      They have chosen no new password since. The link that they got works no longer than this delegated admin.
    </LeftSection>
  );
}
