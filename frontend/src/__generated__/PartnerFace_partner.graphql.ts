/**
 * @generated SignedSource<<b7d9619ec8d46eeee4d4bccbd612531c>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type PartnerService = "DEVELOPMENT" | "DEVICES" | "LICENSING" | "MIGRATION" | "SECURITY" | "TRAINING" | "USER_SUPPORT" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type PartnerFace_partner$data = {
  readonly contactEmail: string | null | undefined;
  readonly country: string | null | undefined;
  readonly createdAt: string;
  readonly description: string | null | undefined;
  readonly domain: string | null | undefined;
  readonly name: string;
  readonly reportedOffers: number;
  readonly resembles: ReadonlyArray<string>;
  readonly services: ReadonlyArray<PartnerService>;
  readonly website: string | null | undefined;
  readonly " $fragmentType": "PartnerFace_partner";
};
export type PartnerFace_partner$key = {
  readonly " $data"?: PartnerFace_partner$data;
  readonly " $fragmentSpreads": FragmentRefs<"PartnerFace_partner">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "PartnerFace_partner",
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
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "website",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "contactEmail",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "description",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "country",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "createdAt",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "reportedOffers",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "resembles",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "services",
      "storageKey": null
    }
  ],
  "type": "Partner",
  "abstractKey": null
};

(node as any).hash = "8e31311fdbae7acc952df796897b0014";

export default node;
