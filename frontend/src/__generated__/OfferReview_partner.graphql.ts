/**
 * @generated SignedSource<<2dea4f4bab858ac4f175bababbdb1970>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type OfferReview_partner$data = {
  readonly name: string;
  readonly " $fragmentSpreads": FragmentRefs<"PartnerFace_partner">;
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
      "name": "PartnerFace_partner"
    }
  ],
  "type": "Partner",
  "abstractKey": null
};

(node as any).hash = "4fbe1280c2c54cad1407ee2fe5949303";

export default node;
