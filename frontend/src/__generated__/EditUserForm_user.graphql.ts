/**
 * @generated SignedSource<<951a4eb75a5022456635724a5138dff9>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type EditUserForm_user$data = {
  readonly displayName: string;
  readonly email: string | null | undefined;
  readonly id: string;
  readonly userName: string;
  readonly viewerCanChangeEmail: boolean;
  readonly " $fragmentType": "EditUserForm_user";
};
export type EditUserForm_user$key = {
  readonly " $data"?: EditUserForm_user$data;
  readonly " $fragmentSpreads": FragmentRefs<"EditUserForm_user">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "EditUserForm_user",
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
      "name": "displayName",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "userName",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "email",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "viewerCanChangeEmail",
      "storageKey": null
    }
  ],
  "type": "User",
  "abstractKey": null
};

(node as any).hash = "759669ee104259b14caa77cf420c8ce3";

export default node;
