/**
 * @generated SignedSource<<e38e8d7e05cf0270b5d493e2187f0620>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type JustificationSwitch_organization$data = {
  readonly id: string;
  readonly justificationRequired: boolean;
  readonly viewerCanUpdateSettings: boolean;
  readonly " $fragmentType": "JustificationSwitch_organization";
};
export type JustificationSwitch_organization$key = {
  readonly " $data"?: JustificationSwitch_organization$data;
  readonly " $fragmentSpreads": FragmentRefs<"JustificationSwitch_organization">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "JustificationSwitch_organization",
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
      "name": "justificationRequired",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerCanUpdateSettings",
      "storageKey": null
    }
  ],
  "type": "Organization",
  "abstractKey": null
};

(node as any).hash = "4cea22655da489403d536ca9a6bb8d3b";

export default node;
