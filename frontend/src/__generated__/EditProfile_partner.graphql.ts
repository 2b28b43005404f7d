/**
 * @generated SignedSource<<ad08a53aac1a9712589d8224f0e4ed69>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type PartnerService = "DEVELOPMENT" | "DEVICES" | "LICENSING" | "MIGRATION" | "SECURITY" | "TRAINING" | "USER_SUPPORT" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type EditProfile_partner$data = {
  readonly contactEmail: string | null | undefined;
  readonly country: string | null | undefined;
  readonly description: string | null | undefined;
  readonly listed: boolean;
  readonly services: ReadonlyArray<PartnerService>;
  readonly website: string | null | undefined;
  readonly " $fragmentType": "EditProfile_partner";
};
export type EditProfile_partner$key = {
  readonly " $data"?: EditProfile_partner$data;
  readonly " $fragmentSpreads": FragmentRefs<"EditProfile_partner">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "EditProfile_partner",
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "listed",
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
      "name": "website",
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
      "name": "services",
      "storageKey": null
    }
  ],
  "type": "Partner",
  "abstractKey": null
};

(node as any).hash = "29b6744dc485ef6d41755bd759f74ce2";

export default node;
