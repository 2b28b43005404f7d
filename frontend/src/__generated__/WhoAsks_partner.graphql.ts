/**
 * @generated SignedSource<<a86f8d6fa2719a681b376e3f19d8ae45>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type WhoAsks_partner$data = {
  readonly contactEmail: string | null | undefined;
  readonly country: string | null | undefined;
  readonly createdAt: string;
  readonly description: string | null | undefined;
  readonly domain: string | null | undefined;
  readonly name: string;
  readonly reportedOffers: number;
  readonly resembles: ReadonlyArray<string>;
  readonly website: string | null | undefined;
  readonly " $fragmentType": "WhoAsks_partner";
};
export type WhoAsks_partner$key = {
  readonly " $data"?: WhoAsks_partner$data;
  readonly " $fragmentSpreads": FragmentRefs<"WhoAsks_partner">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "WhoAsks_partner",
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
    }
  ],
  "type": "Partner",
  "abstractKey": null
};

(node as any).hash = "08982564028d84a00bfb546de3ebc6d1";

export default node;
