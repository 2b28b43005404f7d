/**
 * @generated SignedSource<<a5cf77b934fa86823a5376220d7724e2>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type AuditResult = "DONE" | "REFUSED" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type LastActivity_delegation$data = {
  readonly lastActivity: {
    readonly action: string;
    readonly actor: {
      readonly displayName: string;
    };
    readonly at: string;
    readonly result: AuditResult;
  } | null | undefined;
  readonly " $fragmentType": "LastActivity_delegation";
};
export type LastActivity_delegation$key = {
  readonly " $data"?: LastActivity_delegation$data;
  readonly " $fragmentSpreads": FragmentRefs<"LastActivity_delegation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "LastActivity_delegation",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "AuditEvent",
      "kind": "LinkedField",
      "name": "lastActivity",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "at",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "action",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "result",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "concreteType": "Actor",
          "kind": "LinkedField",
          "name": "actor",
          "plural": false,
          "selections": [
            {
              "alias": null,
              "args": null,
              "kind": "ScalarField",
              "name": "displayName",
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Delegation",
  "abstractKey": null
};

(node as any).hash = "82e8661f34b5951818a9631fc1b7b87f";

export default node;
