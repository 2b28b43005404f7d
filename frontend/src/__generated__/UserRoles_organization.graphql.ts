/**
 * @generated SignedSource<<7eee42086cb23e5e949cfe9993c1dafc>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type UserRoles_organization$data = {
  readonly assignableRoles: ReadonlyArray<Role>;
  readonly " $fragmentType": "UserRoles_organization";
};
export type UserRoles_organization$key = {
  readonly " $data"?: UserRoles_organization$data;
  readonly " $fragmentSpreads": FragmentRefs<"UserRoles_organization">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "UserRoles_organization",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "assignableRoles",
      "storageKey": null
    }
  ],
  "type": "Organization",
  "abstractKey": null
};

(node as any).hash = "534a5245be8613869f84067adf000c78";

export default node;
