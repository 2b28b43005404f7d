/**
 * @generated SignedSource<<2bbef396f1ac802f9d2e5fa3ed48b67b>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type DelegationStatus = "ACTIVE" | "EXPIRED" | "SUSPENDED" | "TERMINATED" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type LeftBehind_delegation$data = {
  readonly status: DelegationStatus;
  readonly usersLeftBehind: {
    readonly totalCount: number;
  } | null | undefined;
  readonly " $fragmentSpreads": FragmentRefs<"LeftDomains_delegation" | "LeftLicenses_delegation" | "LeftPasswords_delegation" | "LeftRoles_delegation" | "LeftUsers_delegation">;
  readonly " $fragmentType": "LeftBehind_delegation";
};
export type LeftBehind_delegation$key = {
  readonly " $data"?: LeftBehind_delegation$data;
  readonly " $fragmentSpreads": FragmentRefs<"LeftBehind_delegation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "LeftBehind_delegation",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "status",
      "storageKey": null
    },
    {
      "alias": null,
      "args": [
        {
          "kind": "Literal",
          "name": "first",
          "value": 20
        }
      ],
      "concreteType": "UserConnection",
      "kind": "LinkedField",
      "name": "usersLeftBehind",
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
      "storageKey": "usersLeftBehind(first:20)"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "LeftUsers_delegation"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "LeftRoles_delegation"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "LeftPasswords_delegation"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "LeftDomains_delegation"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "LeftLicenses_delegation"
    }
  ],
  "type": "Delegation",
  "abstractKey": null
};

(node as any).hash = "a3d5c8c43ac87305f8c6cc97ded23f99";

export default node;
