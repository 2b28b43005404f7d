/**
 * @generated SignedSource<<16589714646ee1eee4519eb06feb6d1f>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type DeletedUserRow_user$data = {
  readonly deletedAt: string | null | undefined;
  readonly displayName: string;
  readonly id: string;
  readonly restorableUntil: string | null | undefined;
  readonly userName: string;
  readonly " $fragmentSpreads": FragmentRefs<"UserBadges_user">;
  readonly " $fragmentType": "DeletedUserRow_user";
};
export type DeletedUserRow_user$key = {
  readonly " $data"?: DeletedUserRow_user$data;
  readonly " $fragmentSpreads": FragmentRefs<"DeletedUserRow_user">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "DeletedUserRow_user",
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
      "name": "displayName",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "userName",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "deletedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "restorableUntil",
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "UserBadges_user"
    }
  ],
  "type": "User",
  "abstractKey": null
};

(node as any).hash = "27f9a5b7a4b820f187d738a7e88fe971";

export default node;
