/**
 * @generated SignedSource<<ded1fe2a401dc98606f23723441b71f9>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type PinButton_delegation$data = {
  readonly customer: {
    readonly displayName: string;
  };
  readonly id: string;
  readonly viewerPinned: boolean;
  readonly " $fragmentType": "PinButton_delegation";
};
export type PinButton_delegation$key = {
  readonly " $data"?: PinButton_delegation$data;
  readonly " $fragmentSpreads": FragmentRefs<"PinButton_delegation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "PinButton_delegation",
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
      "name": "viewerPinned",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Organization",
      "kind": "LinkedField",
      "name": "customer",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "displayName",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Delegation",
  "abstractKey": null
};

(node as any).hash = "511d1e9ea383456067b0a613a324eebc";

export default node;
