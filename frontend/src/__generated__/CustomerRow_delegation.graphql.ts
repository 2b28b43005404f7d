/**
 * @generated SignedSource<<9474adb1487873f83cc583afa227b853>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type CustomerRow_delegation$data = {
  readonly customer: {
    readonly displayName: string;
    readonly id: string;
  };
  readonly roles: ReadonlyArray<Role>;
  readonly viewerRoles: ReadonlyArray<Role>;
  readonly " $fragmentSpreads": FragmentRefs<"DelegationRow_delegation" | "PinButton_delegation">;
  readonly " $fragmentType": "CustomerRow_delegation";
};
export type CustomerRow_delegation$key = {
  readonly " $data"?: CustomerRow_delegation$data;
  readonly " $fragmentSpreads": FragmentRefs<"CustomerRow_delegation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "CustomerRow_delegation",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "roles",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerRoles",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Organization",
      "kind": "LinkedField",
      "name": "customer",
      "plural": false,
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
        }
      ],
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "PinButton_delegation"
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "DelegationRow_delegation"
    }
  ],
  "type": "Delegation",
  "abstractKey": null
};

(node as any).hash = "47d05116b943c1fd8a1892a0efd76f06";

export default node;
