/**
 * @generated SignedSource<<416d1e6efc556e13aad7ba3ac029b2b9>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type UserAccount_organization$data = {
  readonly " $fragmentSpreads": FragmentRefs<"UserNameField_organization">;
  readonly " $fragmentType": "UserAccount_organization";
};
export type UserAccount_organization$key = {
  readonly " $data"?: UserAccount_organization$data;
  readonly " $fragmentSpreads": FragmentRefs<"UserAccount_organization">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "UserAccount_organization",
  "selections": [
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "UserNameField_organization"
    }
  ],
  "type": "Organization",
  "abstractKey": null
};

(node as any).hash = "804ce0c40aa1da5d3df48ff8fd7442c8";

export default node;
