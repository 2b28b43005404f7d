/**
 * @generated SignedSource<<fff1fd2ddcadae0512bc854cdddfe80e>>
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
    }
  ],
  "type": "Partner",
  "abstractKey": null
};

(node as any).hash = "027f04e86ab47eef37f9fc00f604f399";

export default node;
