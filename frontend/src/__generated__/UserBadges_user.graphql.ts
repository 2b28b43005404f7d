/**
 * @generated SignedSource<<cab6989364b3073213611af281368576>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type UserBadges_user$data = {
  readonly createdBy: {
    readonly name: string;
  } | null | undefined;
  readonly protected: boolean;
  readonly " $fragmentType": "UserBadges_user";
};
export type UserBadges_user$key = {
  readonly " $data"?: UserBadges_user$data;
  readonly " $fragmentSpreads": FragmentRefs<"UserBadges_user">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "UserBadges_user",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "protected",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Partner",
      "kind": "LinkedField",
      "name": "createdBy",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "name",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "User",
  "abstractKey": null
};

(node as any).hash = "9ae47f713d5c4036142872c6ab4f7845";

export default node;
