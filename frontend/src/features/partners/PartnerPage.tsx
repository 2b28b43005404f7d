import { makeStyles, Subtitle2, ToolbarButton, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import { MailRegular } from '@fluentui/react-icons/svg/mail';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { graphql } from 'react-relay';
import type { PartnerPageQuery } from '../../__generated__/PartnerPageQuery.graphql';
import { CommandBar } from '../../components/CommandBar';
import { EmptyState } from '../../components/EmptyState';
import { LinkButton } from '../../components/LinkButton';
import { lazily } from '../../components/lazily';
import { Opened } from '../../components/Opened';
import { PageHeader } from '../../components/PageHeader';
import { PartnerFace } from '../../components/PartnerFace';
import { TermsBox } from '../../components/TermsBox';
import { usePageQuery } from '../../graphql/usePageQuery';
import { OpenInquiry } from './OpenInquiry';

const AskForOffer = lazily(async () => (await import('./AskForOffer')).AskForOffer);
const EditProfile = lazily(async () => (await import('./EditProfile')).EditProfile);

const route = getRouteApi('/frame/partners/$partnerId');

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '760px' },
  heading: { margin: 0 },
});

const crumbs = [
  { label: 'Support', to: '/support' },
  { label: 'Find a partner', to: '/partners' },
];

/** A partner's public face: who it is, what it does, its terms, and the way to ask it for an offer. */
export function PartnerPage() {
  const { partnerId } = route.useParams();
  const { node } = usePageQuery<PartnerPageQuery>(
    graphql`
      query PartnerPageQuery($id: ID!) {
        node(id: $id) {
          __typename
          ... on Partner {
            id
            name
            listed
            viewerCanUpdate
            viewerCanAsk
            terms {
              ...TermsBox_terms
            }
            ...PartnerFace_partner @alias(as: "face")
            ...OpenInquiry_partner @alias(as: "inquiry")
            ...EditProfile_partner @alias(as: "profile")
          }
        }
      }
    `,
    { id: partnerId },
  );
  const styles = useStyles();
  const [open, setOpen] = useState<'ask' | 'edit'>();
  if (node?.__typename !== 'Partner' || !node.face || !node.inquiry || !node.profile) {
    return (
      <>
        <PageHeader title="Partner" breadcrumb={crumbs} />
        <EmptyState
          title="There is no such partner"
          action={
            <LinkButton to="/partners" appearance="primary">
              Find a partner
            </LinkButton>
          }
        >
          The address may be mistyped.
        </EmptyState>
      </>
    );
  }
  const { id, name, listed, viewerCanUpdate, viewerCanAsk } = node;
  return (
    <>
      <PageHeader
        title={name}
        breadcrumb={crumbs}
        {...(viewerCanUpdate
          ? {
              sentence: listed
                ? 'This is what everybody sees of you in the directory of partners.'
                : 'You are not in the directory of partners: nobody finds you there. This is what the customers see whom you send an offer.',
            }
          : {})}
      />
      {(viewerCanAsk || viewerCanUpdate) && (
        <CommandBar>
          {viewerCanAsk && (
            <ToolbarButton
              appearance="primary"
              icon={<MailRegular />}
              onPointerEnter={AskForOffer.preload}
              onFocus={AskForOffer.preload}
              onClick={() => setOpen('ask')}
            >
              Ask for an offer
            </ToolbarButton>
          )}
          {viewerCanUpdate && (
            <ToolbarButton
              appearance="primary"
              icon={<EditRegular />}
              onPointerEnter={EditProfile.preload}
              onFocus={EditProfile.preload}
              onClick={() => setOpen('edit')}
            >
              Edit profile
            </ToolbarButton>
          )}
        </CommandBar>
      )}
      <div className={styles.root}>
        <OpenInquiry partner={node.inquiry} />
        <PartnerFace partner={node.face} />
        <Subtitle2 as="h2" className={styles.heading}>
          Terms
        </Subtitle2>
        <TermsBox partner={name} terms={node.terms} />
      </div>
      <Opened when={open === 'ask'}>
        <AskForOffer open={open === 'ask'} partnerId={id} partner={name} onClose={() => setOpen(undefined)} />
      </Opened>
      <Opened when={open === 'edit'}>
        <EditProfile open={open === 'edit'} partner={node.profile} onClose={() => setOpen(undefined)} />
      </Opened>
    </>
  );
}
