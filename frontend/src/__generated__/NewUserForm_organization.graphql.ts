/**
 * @generated SignedSource<<36a85f167497eb83429f12e7f9858fd2>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type NewUserForm_organization$data = {
  readonly assignableRoles: ReadonlyArray<Role>;
  readonly domains: {
    readonly edges: ReadonlyArray<{
      readonly node: {
        readonly name: string;
        readonly verifiedAt: string | null | undefined;
      };
    }>;
  };
  readonly id: string;
  readonly " $fragmentSpreads": FragmentRefs<"UserNameField_organization">;
  readonly " $fragmentType": "NewUserForm_organization";
};
export type NewUserForm_organization$key = {
  readonly " $data"?: NewUserForm_organization$data;
  readonly " $fragmentSpreads": FragmentRefs<"NewUserForm_organization">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "NewUserForm_organization",
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
      "name": "assignableRoles",
      "storageKey": null
    },
    {
      "args": null,
      "kind": "FragmentSpread",
      "name": "UserNameField_organization"
    },
    {
      "alias": null,
      "args": [
        {
          "kind": "Literal",
          "name": "first",
          "value": 100
        }
      ],
      "concreteType": "DomainConnection",
      "kind": "LinkedField",
      "name": "domains",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "concreteType": "DomainEdge",
          "kind": "LinkedField",
          "name": "edges",
          "plural": true,
          "selections": [
            {
              "alias": null,
              "args": null,
              "concreteType": "Domain",
              "kind": "LinkedField",
              "name": "node",
              "plural": false,
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
                  "name": "verifiedAt",
                  "storageKey": null
                }
              ],
              "storageKey": null
            }
          ],
          "storageKey": null
        }
      ],
      "storageKey": "domains(first:100)"
    }
  ],
  "type": "Organization",
  "abstractKey": null
};

(node as any).hash = "ce664ea002c6aaff52defe80f0864e5c";

export default node;
