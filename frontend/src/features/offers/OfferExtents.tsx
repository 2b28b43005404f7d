import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { Suspense, useDeferredValue, useId, useMemo } from 'react';
import { graphql } from 'react-relay';
import type { OfferExtentsQuery } from '../../__generated__/OfferExtentsQuery.graphql';
import { ErrorBoundary } from '../../components/ErrorBoundary';
import { Extents } from '../../components/Extents';
import { TextSkeleton } from '../../components/skeletons';
import { usePageQuery } from '../../graphql/usePageQuery';
import { StepHeading } from './StepHeading';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What the roles that are not struck would reach in the reader's own organization, for who can accept. */
export function OfferExtents(props: { token: string; roles: readonly string[]; customer: string }) {
  const { token, roles, customer } = props;
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.root} aria-labelledby={id}>
      <StepHeading id={id}>What the roles reach in {customer} today</StepHeading>
      {/* Without the numbers the offer can be answered all the same. */}
      <ErrorBoundary fallback={() => <Text>It can’t be counted now.</Text>}>
        <Suspense fallback={<TextSkeleton lines={3} />}>
          <Counted token={token} roles={roles} />
        </Suspense>
      </ErrorBoundary>
    </section>
  );
}

function Counted(props: { token: string; roles: readonly string[] }) {
  const { token } = props;
  const wanted = useMemo(
    () => ({ token, roles: [...props.roles] as NonNullable<OfferExtentsQuery['variables']['roles']> }),
    [token, props.roles],
  );
  const variables = useDeferredValue(wanted);
  const { offer } = usePageQuery<OfferExtentsQuery>(
    graphql`
      query OfferExtentsQuery($token: String!, $roles: [Role!]!) {
        offer(token: $token) {
          extents(roles: $roles) {
            ...Extents_extents
          }
        }
      }
    `,
    variables,
  );
  return offer?.extents ? <Extents extents={offer.extents} /> : null;
}
