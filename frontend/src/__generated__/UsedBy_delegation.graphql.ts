/**
 * @generated SignedSource<<3c4ac946f1ec2f4952fd6aafff28f344>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ReaderFragment } from 'relay-runtime';
export type Role = "DIRECTORY_READER" | "DOMAIN_NAME_ADMINISTRATOR" | "GLOBAL_ADMINISTRATOR" | "GLOBAL_READER" | "HELPDESK_ADMINISTRATOR" | "LICENSE_ADMINISTRATOR" | "PRIVILEGED_ROLE_ADMINISTRATOR" | "USER_ADMINISTRATOR" | "%future added value";
import { FragmentRefs } from "relay-runtime";
export type UsedBy_delegation$data = {
  readonly assignments: ReadonlyArray<{
    readonly groupName: string;
    readonly id: string;
    readonly memberCount: number;
    readonly roles: ReadonlyArray<Role>;
  }>;
  readonly " $fragmentType": "UsedBy_delegation";
};
export type UsedBy_delegation$key = {
  readonly " $data"?: UsedBy_delegation$data;
  readonly " $fragmentSpreads": FragmentRefs<"UsedBy_delegation">;
};

const node: ReaderFragment = {
  "argumentDefinitions": [],
  "kind": "Fragment",
  "metadata": null,
  "name": "UsedBy_delegation",
  "selections": [
    {
      "alias": null,
      "args": null,
      "concreteType": "AccessAssignment",
      "kind": "LinkedField",
      "name": "assignments",
      "plural": true,
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
          "name": "groupName",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "memberCount",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "roles",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "type": "Delegation",
  "abstractKey": null
};

(node as any).hash = "65066fb66fb5060687678d10e3c16502";

export default node;
