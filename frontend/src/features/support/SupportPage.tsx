import { Link, MessageBar, MessageBarBody, makeStyles, Subtitle1, Text, tokens } from '@fluentui/react-components';
import { PeopleSearchRegular } from '@fluentui/react-icons/svg/people-search';
import { PersonSupportRegular } from '@fluentui/react-icons/svg/person-support';
import { graphql } from 'react-relay';
import type { SupportPageQuery } from '../../__generated__/SupportPageQuery.graphql';
import { LinkButton } from '../../components/LinkButton';
import { PageHeader } from '../../components/PageHeader';
import { TextLink } from '../../components/TextLink';
import { usePageQuery } from '../../graphql/usePageQuery';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, maxWidth: '760px' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  contents: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  list: { margin: 0, paddingLeft: '1.25em', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  section: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    scrollMarginTop: '64px',
    ':focus': { outlineStyle: 'none' },
  },
  title: { margin: 0 },
  steps: {
    margin: 0,
    paddingLeft: '1.5em',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});

/** Goes to a part of this page without touching the address: Back leads to the page before. */
function goTo(id: string) {
  return (event: { preventDefault(): void }) => {
    event.preventDefault();
    const part = document.getElementById(id);
    part?.scrollIntoView();
    part?.focus({ preventScroll: true });
  };
}

/** Support > Overview: how delegated administration works, and the way to the list. */
export function SupportPage() {
  const { viewer } = usePageQuery<SupportPageQuery>(
    graphql`
      query SupportPageQuery {
        viewer {
          canReadDelegatedAdmins
          canManageOffers
          partner {
            id
          }
        }
      }
    `,
    {},
  );
  const styles = useStyles();
  const canRead = viewer?.canReadDelegatedAdmins ?? false;
  const find = (
    <LinkButton to="/partners" icon={<PeopleSearchRegular />}>
      Find a partner
    </LinkButton>
  );
  const list = canRead ? (
    <TextLink to="/support/delegated-admins">Manage delegated admins</TextLink>
  ) : (
    <strong>Manage delegated admins</strong>
  );
  return (
    <div className={styles.root}>
      <PageHeader
        title="Support overview"
        sentence="As an admin you create and edit users, reset passwords, manage licenses and domains, and assign roles. A partner that you authorize can do this for you: it is then your delegated admin."
      />
      {canRead ? (
        <div className={styles.buttons}>
          <LinkButton to="/support/delegated-admins" appearance="primary" icon={<PersonSupportRegular />}>
            Manage delegated admins
          </LinkButton>
          {find}
        </div>
      ) : (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>
            The list of delegated admins is for the Global Administrators, Global Readers and Privileged Role
            Administrators of your organization.
          </MessageBarBody>
        </MessageBar>
      )}
      {!canRead && <div>{find}</div>}

      <nav aria-labelledby="what" className={styles.contents}>
        <Text as="h2" id="what" weight="semibold" className={styles.title}>
          What do you want to do?
        </Text>
        <ul className={styles.list}>
          <li>
            <Link inline href="#add" onClick={goTo('add')}>
              Add a delegated admin
            </Link>
          </li>
          <li>
            <Link inline href="#view" onClick={goTo('view')}>
              View your delegated admins
            </Link>
          </li>
          <li>
            <Link inline href="#delete" onClick={goTo('delete')}>
              Delete a delegated admin
            </Link>
          </li>
        </ul>
      </nav>

      <section id="add" tabIndex={-1} aria-labelledby="add-title" className={styles.section}>
        <Subtitle1 as="h2" id="add-title" className={styles.title}>
          Add a delegated admin
        </Subtitle1>
        <Text>
          If you are not working with a partner yet, <TextLink to="/partners">find one</TextLink> and ask it for an
          offer.
        </Text>
        <Text>The partner begins: it sends you a mail that asks whether you want to make it a delegated admin.</Text>
        <ol className={styles.steps}>
          <li>Read the partner’s terms, and which roles it asks for, for how long.</li>
          <li>
            Click the link in the mail. It leads to the authorization page, where you can strike roles and shorten the
            time.
          </li>
          <li>
            Under <strong>Delegated administration</strong>, choose <strong>Yes</strong> to authorize the partner, then{' '}
            <strong>Next</strong>. Only a Global Administrator of your organization can do this.
          </li>
          <li>
            If a trial or a purchase came with the offer, create its account. You can take it and still answer No.
          </li>
        </ol>
      </section>

      <section id="view" tabIndex={-1} aria-labelledby="view-title" className={styles.section}>
        <Subtitle1 as="h2" id="view-title" className={styles.title}>
          View your delegated admins
        </Subtitle1>
        <ol className={styles.steps}>
          <li>
            Go to <strong>Support</strong> &gt; <strong>Overview</strong>: you are there.
          </li>
          <li>
            Click {list}. The list shows each partner with its roles, since when and until when, and what it did last.
          </li>
        </ol>
        <Text>If you have none, it says “There are no delegated administrators associated with your account.”</Text>
      </section>

      <section id="delete" tabIndex={-1} aria-labelledby="delete-title" className={styles.section}>
        <Subtitle1 as="h2" id="delete-title" className={styles.title}>
          Delete a delegated admin
        </Subtitle1>
        <Text>
          A deleted delegated admin can’t access or modify your organization any more, from that moment on. You can
          delete at any time, and need no consent of the partner.
        </Text>
        <ol className={styles.steps}>
          <li>Click {list}.</li>
          <li>
            Select the partner, then click <strong>Delete</strong>.
          </li>
          <li>
            Click <strong>Yes</strong>, then confirm. It can’t be undone: the partner would have to send a new offer.
          </li>
        </ol>
      </section>

      {viewer?.canManageOffers && (
        <section aria-labelledby="partner-title" className={styles.section}>
          <Subtitle1 as="h2" id="partner-title" className={styles.title}>
            You are a partner
          </Subtitle1>
          <Text>
            To administer a customer, send an offer: <TextLink to="/partner/offers/new">New offer</TextLink>. Once it is
            accepted, the organization is in the list of your <TextLink to="/partner/customers">customers</TextLink>.
          </Text>
          {viewer.partner && (
            <Text>
              To be found by customers,{' '}
              <TextLink to="/partners/$partnerId" params={{ partnerId: viewer.partner.id }}>
                edit your profile
              </TextLink>{' '}
              in the directory of partners.
            </Text>
          )}
        </section>
      )}
    </div>
  );
}
