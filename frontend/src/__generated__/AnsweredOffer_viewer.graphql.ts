/**
 * @generated SignedSource<<d129f10abb7256270962c76423b1bd35>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type AnsweredOffer_viewer$data = {
  readonly canReadDelegatedAdmins: boolean;
  readonly " $fragmentType": "AnsweredOffer_viewer";
};
export type AnsweredOffer_viewer$key = {
  readonly " $data"?: AnsweredOffer_viewer$data;
  readonly " $fragmentSpreads": FragmentRefs<"AnsweredOffer_viewer">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "AnsweredOffer_viewer",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "canReadDelegatedAdmins",
      "storageKey": null
    }
  ],
  "type": "Viewer",
  "abstractKey": null
};

(node as any).hash = "14fb784ace7202775bb1ad4d6bf88e3d";

export default node;
