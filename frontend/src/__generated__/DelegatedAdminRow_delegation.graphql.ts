/**
 * @generated SignedSource<<e66576ece07893313ea4ffbb738a94dc>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type DelegatedAdminRow_delegation$data = {
  readonly id: string;
  readonly partner: {
    readonly domain: string | null | undefined;
    readonly name: string;
  };
  readonly roles: ReadonlyArray<Role>;
  readonly " $fragmentSpreads": FragmentRefs<"DelegationRow_delegation">;
  readonly " $fragmentType": "DelegatedAdminRow_delegation";
};
export type DelegatedAdminRow_delegation$key = {
  readonly " $data"?: DelegatedAdminRow_delegation$data;
  readonly " $fragmentSpreads": FragmentRefs<"DelegatedAdminRow_delegation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "DelegatedAdminRow_delegation",
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
      "name": "roles",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Partner",
      "kind": "LinkedField",
      "name": "partner",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "name",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "domain",
          "storageKey": null
        }
      ],
      "storageKey": null
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

(node as any).hash = "e3ce5114767ee374b3b0465aedfb127b";

export default node;
