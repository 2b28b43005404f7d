/**
 * @generated SignedSource<<4aec757a06067c5ee4d245c8a82a32d8>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type DelegationStatus = "ACTIVE" | "EXPIRED" | "SUSPENDED" | "TERMINATED" | "%future added value";
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type DelegationCard_delegation$data = {
  readonly activatedAt: string;
  readonly expiresAt: string;
  readonly id: string;
  readonly roles: ReadonlyArray<Role>;
  readonly status: DelegationStatus;
  readonly version: number;
  readonly viewerCanDelete: boolean;
  readonly " $fragmentType": "DelegationCard_delegation";
};
export type DelegationCard_delegation$key = {
  readonly " $data"?: DelegationCard_delegation$data;
  readonly " $fragmentSpreads": FragmentRefs<"DelegationCard_delegation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "DelegationCard_delegation",
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
      "name": "status",
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
      "name": "version",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "activatedAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "expiresAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerCanDelete",
      "storageKey": null
    }
  ],
  "type": "Delegation",
  "abstractKey": null
};

(node as any).hash = "90fdd24c36bb07e4f551633a4b962e83";

export default node;
