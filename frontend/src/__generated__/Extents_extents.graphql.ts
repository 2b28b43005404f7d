/**
 * @generated SignedSource<<1504ad00d39a574b46ade7642c817c61>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Extents_extents$data = ReadonlyArray<{
  readonly administrators: number;
  readonly allAdministrators: number;
  readonly count: number;
  readonly permission: string;
  readonly total: number;
  readonly " $fragmentType": "Extents_extents";
}>;
export type Extents_extents$key = ReadonlyArray<{
  readonly " $data"?: Extents_extents$data;
  readonly " $fragmentSpreads": FragmentRefs<"Extents_extents">;
}>;

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": {
    "plural": true
  },
  "name": "Extents_extents",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "permission",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "count",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "total",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "administrators",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "allAdministrators",
      "storageKey": null
    }
  ],
  "type": "Extent",
  "abstractKey": null
};

(node as any).hash = "acaf6ffdab3ce41306111bbf8f0f2b2f";

export default node;
