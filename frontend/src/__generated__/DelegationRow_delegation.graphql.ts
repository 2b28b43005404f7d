/**
 * @generated SignedSource<<d4e2d4e21dd17685f70a9825bb1bfa8a>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type DelegationStatus = "ACTIVE" | "EXPIRED" | "SUSPENDED" | "TERMINATED" | "%future added value";
export type TerminatedBy = "CUSTOMER" | "PARTNER" | "SYSTEM" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type DelegationRow_delegation$data = {
  readonly activatedAt: string;
  readonly expiresAt: string;
  readonly status: DelegationStatus;
  readonly terminatedAt: string | null | undefined;
  readonly terminatedBy: TerminatedBy | null | undefined;
  readonly " $fragmentSpreads": FragmentRefs<"LastActivity_delegation">;
  readonly " $fragmentType": "DelegationRow_delegation";
};
export type DelegationRow_delegation$key = {
  readonly " $data"?: DelegationRow_delegation$data;
  readonly " $fragmentSpreads": FragmentRefs<"DelegationRow_delegation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "DelegationRow_delegation",
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
    }
  ],
  "type": "Delegation",
  "abstractKey": null
};

(node as any).hash = "57c6401c17f50e8790c38ae637605f21";

export default node;
