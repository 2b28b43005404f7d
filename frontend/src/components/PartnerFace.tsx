import {
  Link,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { CheckmarkStarburstRegular } from '@fluentui/react-icons/svg/checkmark-starburst';
import { graphql, useFragment } from 'react-relay';
import type { PartnerFace_partner$key } from '../__generated__/PartnerFace_partner.graphql';
import { countryName } from '../lib/countries';
import { servicesInWords } from '../lib/services';
import { longDate } from '../lib/time';
import { Tag } from './Tag';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  name: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  text: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    '@media (max-width: 419.98px)': { gridTemplateColumns: '1fr', rowGap: 0 },
  },
  term: { color: tokens.colorNeutralForeground2 },
  fact: {
    margin: 0,
    overflowWrap: 'anywhere',
    '@media (max-width: 419.98px)': { marginBottom: tokens.spacingVerticalS },
  },
});

/** The partner: its name, the domain that it proved to own, how to reach it, and what speaks against it. */
export function PartnerFace(props: { partner: PartnerFace_partner$key }) {
  const partner = useFragment(
    graphql`
      fragment PartnerFace_partner on Partner {
        name
        domain
        website
        contactEmail
        description
        country
        createdAt
        reportedOffers
        resembles
        services
      }
    `,
    props.partner,
  );
  const styles = useStyles();
  const { name, domain, website, contactEmail, description, country, createdAt, reportedOffers, resembles, services } =
    partner;
  return (
    <div className={styles.root}>
      <div className={styles.name}>
        <Text weight="semibold" size={400}>
          {name}
        </Text>
        {domain && (
          <>
            <Text>{domain}</Text>
            <Tag color="success" icon={<CheckmarkStarburstRegular />}>
              Verified domain
            </Tag>
          </>
        )}
      </div>
      {!domain && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>This partner has not proved that it owns a domain.</MessageBarTitle> Anyone can call
            themselves “{name}”. Make sure by another way, such as a telephone number that you already know, that it is
            really them.
          </MessageBarBody>
        </MessageBar>
      )}
      {resembles.length > 0 && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>Its name can be taken for another partner’s.</MessageBarTitle> On this service there{' '}
            {resembles.length === 1 ? 'is' : 'are'} also {resembles.map((other) => `“${other}”`).join(', ')}. Make sure
            by another way, such as a telephone number that you already know, which of them this is.
          </MessageBarBody>
        </MessageBar>
      )}
      {description && <Text className={styles.text}>{description}</Text>}
      <dl className={styles.facts}>
        {services.length > 0 && <Fact term="Services">{servicesInWords(services)}</Fact>}
        {country && <Fact term="Country">{countryName(country)}</Fact>}
        {website && (
          <Fact term="Website">
            {website.startsWith('https://') ? (
              <Link href={website} target="_blank" rel="noopener noreferrer" inline>
                {website.replace(/^https:\/\/|\/$/g, '')}
              </Link>
            ) : (
              website
            )}
          </Fact>
        )}
        {contactEmail && (
          <Fact term="Contact">
            <Link href={`mailto:${encodeURIComponent(contactEmail)}`} inline>
              {contactEmail}
            </Link>
          </Fact>
        )}
        <Fact term="On this service">since {longDate(createdAt)}</Fact>
        <Fact term="Reported offers">
          {reportedOffers === 0 ? 'none' : reportedOffers.toLocaleString('en')} in the last twelve months
        </Fact>
      </dl>
    </div>
  );
}

function Fact(props: { term: string; children: React.ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{props.term}</dt>
      <dd className={styles.fact}>{props.children}</dd>
    </>
  );
}
