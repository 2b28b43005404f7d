import { download } from '../../lib/download';

/** A signed record, as the server gives it. */
export interface SignedReceipt {
  readonly action: string;
  readonly at: string;
  readonly body: string;
  readonly signature: string;
  readonly publicKey: string;
}

/** The file's text: the signed text stays a string, since a signature holds byte for byte. */
export function receiptFile(receipt: SignedReceipt): string {
  const { action, at, body, signature, publicKey } = receipt;
  return `${JSON.stringify(
    {
      about:
        'Signed record of Delegated Admin. `signature` is Ed25519 (RFC 8032) over the UTF-8 bytes of `body`; both keys are base64.',
      action,
      at,
      body,
      signature,
      publicKey,
    },
    null,
    2,
  )}\n`;
}

/** Hands the receipt to the browser as a file. */
export function downloadReceipt(receipt: SignedReceipt, partner: string): void {
  const name = partner
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  download(`receipt-${name || 'partner'}-${receipt.at.slice(0, 10)}.json`, receiptFile(receipt), 'application/json');
}
