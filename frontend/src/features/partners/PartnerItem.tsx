import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkStarburstRegular } from '@fluentui/react-icons/svg/checkmark-starburst';
import { graphql, useFragment } from 'react-relay';
import type { PartnerItem_partner$key } from '../../__generated__/PartnerItem_partner.graphql';
import { Tag } from '../../components/Tag';
import { TextLink } from '../../components/TextLink';
import { countryName } from '../../lib/countries';
import { servicesInWords } from '../../lib/services';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalM} 0`,
    overflowWrap: 'anywhere',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase400 },
  small: { color: tokens.colorNeutralForeground2 },
});

/** One partner of the directory. */
export function PartnerItem(props: { partner: PartnerItem_partner$key }) {
  const { id, name, domain, country, services, description, resembles, viewerInquiry } = useFragment(
    graphql`
      fragment PartnerItem_partner on Partner {
        id
        name
        domain
        country
        services
        description
        resembles
        viewerInquiry {
          id
        }
      }
    `,
    props.partner,
  );
  const styles = useStyles();
  const about = [country && countryName(country), servicesInWords(services)].filter(Boolean).join(' · ');
  return (
    <div className={styles.root}>
      <div className={styles.head}>
        <TextLink to="/partners/$partnerId" params={{ partnerId: id }} className={styles.name}>
          {name}
        </TextLink>
        {domain ? (
          <Tag color="success" icon={<CheckmarkStarburstRegular />}>
            {domain}
          </Tag>
        ) : (
          <Tag color="warning">No verified domain</Tag>
        )}
        {resembles.length > 0 && <Tag color="warning">Name can be taken for another’s</Tag>}
        {viewerInquiry && <Tag color="brand">You asked for an offer</Tag>}
      </div>
      {about && <Text className={styles.small}>{about}</Text>}
      {description && <Text>{description}</Text>}
    </div>
  );
}
