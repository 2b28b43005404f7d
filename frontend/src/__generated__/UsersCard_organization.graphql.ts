/**
 * @generated SignedSource<<791762271e61cf41b2fe73f9422c3c09>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type UsersCard_organization$data = {
  readonly id: string;
  readonly users: {
    readonly totalCount: number;
  };
  readonly " $fragmentType": "UsersCard_organization";
};
export type UsersCard_organization$key = {
  readonly " $data"?: UsersCard_organization$data;
  readonly " $fragmentSpreads": FragmentRefs<"UsersCard_organization">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "UsersCard_organization",
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
      "args": [
        {
          "kind": "Literal",
          "name": "first",
          "value": 1
        }
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "users",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "totalCount",
          "storageKey": null
        }
      ],
      "storageKey": "users(first:1)"
    }
  ],
  "type": "Organization",
  "abstractKey": null
};

(node as any).hash = "b40d95b71a78faeee7c77b750ce04549";

export default node;
