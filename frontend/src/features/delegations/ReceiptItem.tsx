import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { graphql, useFragment } from 'react-relay';
import type { ReceiptItem_receipt$key } from '../../__generated__/ReceiptItem_receipt.graphql';
import { actionName } from '../../lib/actions';
import { download } from '../../lib/download';
import { exactTime, longDate } from '../../lib/time';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
    padding: `${tokens.spacingVerticalXS} 0`,
  },
});

/** A signed record, to be kept as a file. */
export function ReceiptItem(props: { receipt: ReceiptItem_receipt$key }) {
  const receipt = useFragment(
    graphql`
      fragment ReceiptItem_receipt on Receipt {
        id
        action
        at
        body
        signature
        publicKey
      }
    `,
    props.receipt,
  );
  const styles = useStyles();
  const { id, action, at, body, signature, publicKey } = receipt;
  const name = `${actionName(action)}, ${longDate(at)}`;
  return (
    <li className={styles.root}>
      <Text title={exactTime(at)}>{name}</Text>
      <Button
        size="small"
        icon={<ArrowDownloadRegular />}
        aria-label={`Download the receipt: ${name}`}
        onClick={() =>
          download(
            `${id}.json`,
            `${JSON.stringify({ id, action, at, body, signature, publicKey }, null, 2)}\n`,
            'application/json',
          )
        }
      >
        Download
      </Button>
    </li>
  );
}
