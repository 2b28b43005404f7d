/**
 * @generated SignedSource<<fcd84506eaef4771cf6f82f3f977c379>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type DemoAccounts_installation$data = {
  readonly demoAccounts: ReadonlyArray<{
    readonly description: string;
    readonly displayName: string;
    readonly organizationName: string;
    readonly password: string;
    readonly userName: string;
  }>;
  readonly " $fragmentType": "DemoAccounts_installation";
};
export type DemoAccounts_installation$key = {
  readonly " $data"?: DemoAccounts_installation$data;
  readonly " $fragmentSpreads": FragmentRefs<"DemoAccounts_installation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "DemoAccounts_installation",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "DemoAccount",
      "kind": "LinkedField",
      "name": "demoAccounts",
      "plural": true,
      "selections": [
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
          "name": "displayName",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "organizationName",
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
          "name": "password",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Installation",
  "abstractKey": null
};

(node as any).hash = "2ad6caf2403b4fc3ed7d1afcfc527ad5";

export default node;
