/**
 * @generated SignedSource<<87ab6005c3b2a4f2c2a2302f2f8d3ea3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type ReceiptItem_receipt$data = {
  readonly action: string;
  readonly at: string;
  readonly body: string;
  readonly id: string;
  readonly publicKey: string;
  readonly signature: string;
  readonly " $fragmentType": "ReceiptItem_receipt";
};
export type ReceiptItem_receipt$key = {
  readonly " $data"?: ReceiptItem_receipt$data;
  readonly " $fragmentSpreads": FragmentRefs<"ReceiptItem_receipt">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "ReceiptItem_receipt",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "id",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "action",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "at",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "body",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "signature",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "publicKey",
      "storageKey": null
    }
  ],
  "type": "Receipt",
  "abstractKey": null
};

(node as any).hash = "e5cffdf73c7e856d12df309ea7317c0a";

export default node;
