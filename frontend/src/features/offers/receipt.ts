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
  const url = URL.createObjectURL(new Blob([receiptFile(receipt)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  const name = partner
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  link.download = `receipt-${name || 'partner'}-${receipt.at.slice(0, 10)}.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
