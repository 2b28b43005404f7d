/**
 * @generated SignedSource<<ab187f1f3d4bdb144d67f867c7d0952d>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type ProtectSwitch_user$data = {
  readonly id: string;
  readonly protected: boolean;
  readonly viewerCanProtect: boolean;
  readonly " $fragmentType": "ProtectSwitch_user";
};
export type ProtectSwitch_user$key = {
  readonly " $data"?: ProtectSwitch_user$data;
  readonly " $fragmentSpreads": FragmentRefs<"ProtectSwitch_user">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "ProtectSwitch_user",
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
      "name": "protected",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerCanProtect",
      "storageKey": null
    }
  ],
  "type": "User",
  "abstractKey": null
};

(node as any).hash = "d5082f5717d41f0426d421c30624d8ac";

export default node;
