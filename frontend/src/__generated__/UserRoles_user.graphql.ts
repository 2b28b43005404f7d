/**
 * @generated SignedSource<<cab3f775d13950f0dfdbb0e161f9ca24>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type UserRoles_user$data = {
  readonly displayName: string;
  readonly id: string;
  readonly roles: ReadonlyArray<Role>;
  readonly viewerCanAssignRoles: boolean;
  readonly " $fragmentType": "UserRoles_user";
};
export type UserRoles_user$key = {
  readonly " $data"?: UserRoles_user$data;
  readonly " $fragmentSpreads": FragmentRefs<"UserRoles_user">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "UserRoles_user",
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
      "name": "roles",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerCanAssignRoles",
      "storageKey": null
    }
  ],
  "type": "User",
  "abstractKey": null
};

(node as any).hash = "e443167d6764e325cf2a5b42769b941c";

export default node;
