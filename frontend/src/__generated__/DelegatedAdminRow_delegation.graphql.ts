/**
 * @generated SignedSource<<409ebf7ce59891e84c2815977a19a89d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type DelegationStatus = "ACTIVE" | "EXPIRED" | "SUSPENDED" | "TERMINATED" | "%future added value";
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
export type TerminatedBy = "CUSTOMER" | "PARTNER" | "SYSTEM" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type DelegatedAdminRow_delegation$data = {
  readonly activatedAt: string;
  readonly expiresAt: string;
  readonly id: string;
  readonly lastActivityAt: string | null | undefined;
  readonly partner: {
    readonly domain: string | null | undefined;
    readonly name: string;
  };
  readonly roles: ReadonlyArray<Role>;
  readonly status: DelegationStatus;
  readonly terminatedAt: string | null | undefined;
  readonly terminatedBy: TerminatedBy | null | undefined;
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
      "name": "status",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "terminatedBy",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "terminatedAt",
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
      "name": "lastActivityAt",
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
    }
  ],
  "type": "Delegation",
  "abstractKey": null
};

(node as any).hash = "20317e3ea3a1f95dba9fe9a4acae2d30";

export default node;
