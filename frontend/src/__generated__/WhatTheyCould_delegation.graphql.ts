/**
 * @generated SignedSource<<a7c32ba08ca72e1dad63d451461ebde3>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type WhatTheyCould_delegation$data = {
  readonly extents: ReadonlyArray<{
    readonly " $fragmentSpreads": FragmentRefs<"Extents_extents">;
  }> | null | undefined;
  readonly leastRoles: ReadonlyArray<Role> | null | undefined;
  readonly roles: ReadonlyArray<Role>;
  readonly " $fragmentType": "WhatTheyCould_delegation";
};
export type WhatTheyCould_delegation$key = {
  readonly " $data"?: WhatTheyCould_delegation$data;
  readonly " $fragmentSpreads": FragmentRefs<"WhatTheyCould_delegation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "WhatTheyCould_delegation",
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
      "name": "leastRoles",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Extent",
      "kind": "LinkedField",
      "name": "extents",
      "plural": true,
      "selections": [
        {
          "args": null,
          "kind": "FragmentSpread",
          "name": "Extents_extents"
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Delegation",
  "abstractKey": null
};

(node as any).hash = "1e6b8eb6e21e5ed86c45acbfac96d499";

export default node;
