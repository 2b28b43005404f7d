/**
 * @generated SignedSource<<9cefd10e8a54639f6cc7ee2c36c2fc8e>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type UserLicenses_organization$data = {
  readonly id: string;
  readonly viewerCanAssignLicenses: boolean;
  readonly " $fragmentType": "UserLicenses_organization";
};
export type UserLicenses_organization$key = {
  readonly " $data"?: UserLicenses_organization$data;
  readonly " $fragmentSpreads": FragmentRefs<"UserLicenses_organization">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "UserLicenses_organization",
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
      "name": "viewerCanAssignLicenses",
      "storageKey": null
    }
  ],
  "type": "Organization",
  "abstractKey": null
};

(node as any).hash = "d632f73e4793a91874c8a637f24a0e19";

export default node;
