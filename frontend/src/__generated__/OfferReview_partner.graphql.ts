/**
 * @generated SignedSource<<7299b330adabde620c41f993116c0621>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type OfferReview_partner$data = {
  readonly name: string;
  readonly " $fragmentSpreads": FragmentRefs<"WhoAsks_partner">;
  readonly " $fragmentType": "OfferReview_partner";
};
export type OfferReview_partner$key = {
  readonly " $data"?: OfferReview_partner$data;
  readonly " $fragmentSpreads": FragmentRefs<"OfferReview_partner">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "OfferReview_partner",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "name",
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "WhoAsks_partner"
    }
  ],
  "type": "Partner",
  "abstractKey": null
};

(node as any).hash = "7cb659a3429e3579c12a002ca7077762";

export default node;
