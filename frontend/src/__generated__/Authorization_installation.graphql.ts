/**
 * @generated SignedSource<<091f4b6be0a18f97c77bd3c57b2c817b>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Authorization_installation$data = {
  readonly initialDomain: string;
  readonly " $fragmentType": "Authorization_installation";
};
export type Authorization_installation$key = {
  readonly " $data"?: Authorization_installation$data;
  readonly " $fragmentSpreads": FragmentRefs<"Authorization_installation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Authorization_installation",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "initialDomain",
      "storageKey": null
    }
  ],
  "type": "Installation",
  "abstractKey": null
};

(node as any).hash = "586e23b27a50d04458258b824fcd8f25";

export default node;
