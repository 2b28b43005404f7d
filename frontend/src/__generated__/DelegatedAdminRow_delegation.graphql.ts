/**
 * @generated SignedSource<<88dea5fd697d725e540a49585e5ef06f>>
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
  readonly partner: {
    readonly domain: string | null | undefined;
    readonly name: string;
  };
  readonly roles: ReadonlyArray<Role>;
  readonly status: DelegationStatus;
  readonly terminatedAt: string | null | undefined;
  readonly terminatedBy: TerminatedBy | null | undefined;
  readonly " $fragmentSpreads": FragmentRefs<"LastActivity_delegation">;
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
      "args": null,
      "kind": "FragmentSpread",
      "name": "LastActivity_delegation"
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

(node as any).hash = "65f1b5c9b8478d0b8199893460f31163";

export default node;
