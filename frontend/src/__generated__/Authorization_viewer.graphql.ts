/**
 * @generated SignedSource<<f6256783f96d9a49c32c6a9a0d217e16>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
import { FragmentRefs } from "relay-runtime";
export type Authorization_viewer$data = {
  readonly organization: {
    readonly displayName: string;
  };
  readonly user: {
    readonly displayName: string;
    readonly userName: string;
  };
  readonly " $fragmentType": "Authorization_viewer";
};
export type Authorization_viewer$key = {
  readonly " $data"?: Authorization_viewer$data;
  readonly " $fragmentSpreads": FragmentRefs<"Authorization_viewer">;
};

const node: ReaderFragment = (function(){
var v0 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "displayName",
  "storageKey": null
};
return {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "Authorization_viewer",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "User",
      "kind": "LinkedField",
      "name": "user",
      "plural": false,
      "selections": [
        (v0/*:: as any*/),
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "userName",
          "storageKey": null
        }
      ],
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Organization",
      "kind": "LinkedField",
      "name": "organization",
      "plural": false,
      "selections": [
        (v0/*:: as any*/)
      ],
      "storageKey": null
    }
  ],
  "type": "Viewer",
  "abstractKey": null
};
})();

(node as any).hash = "04db9c1f68c587d7a0529f3613def74b";

export default node;
