/** What a person does in words that go on after their name: “Adele …”. */
interface ActionWords {
  /** In the list of filters: “Delete a delegated admin”. */
  readonly name: string;
  /** Done: “deleted the delegated admin”. */
  readonly done: string;
  /** Refused: “delete the delegated admin”, after “tried to”. */
  readonly tried: string;
}

const actions: Readonly<Record<string, ActionWords>> = {
  'offer.create': { name: 'Send an offer', done: 'sent an offer to', tried: 'send an offer to' },
  'offer.resend': { name: 'Send an offer again', done: 'sent the offer again to', tried: 'send the offer again to' },
  'offer.withdraw': { name: 'Withdraw an offer', done: 'withdrew the offer to', tried: 'withdraw the offer to' },
  'offer.accept': { name: 'Accept an offer', done: 'accepted the offer of', tried: 'accept the offer of' },
  'offer.decline': { name: 'Decline an offer', done: 'declined the offer of', tried: 'decline the offer of' },
  'offer.expire': { name: 'Offer lapsed', done: 'let the offer lapse to', tried: 'let the offer lapse to' },
  'offer.report': { name: 'Report an offer', done: 'reported an offer of', tried: 'report an offer of' },
  'inquiry.create': { name: 'Ask for an offer', done: 'asked for an offer of', tried: 'ask for an offer of' },
  'inquiry.withdraw': {
    name: 'Take back what was asked for',
    done: 'took back what was asked of',
    tried: 'take back what was asked of',
  },
  'partner.update': {
    name: 'Change the partner’s profile',
    done: 'changed the profile of',
    tried: 'change the profile of',
  },
  'customer.pin': { name: 'Pin a customer', done: 'pinned the customer of', tried: 'pin the customer of' },
  'delegation.accept': {
    name: 'Authorize a delegated admin',
    done: 'authorized as a delegated admin',
    tried: 'authorize as a delegated admin',
  },
  'delegation.replace': {
    name: 'Replace a delegated admin',
    done: 'replaced the earlier delegation of',
    tried: 'replace the earlier delegation of',
  },
  'delegation.delete': {
    name: 'Delete a delegated admin',
    done: 'deleted the delegated admin',
    tried: 'delete the delegated admin',
  },
  'delegation.expire': {
    name: 'Delegated admin expired',
    done: 'ended, at the end of its time, the delegated admin',
    tried: 'end the delegated admin',
  },
  'group.create': { name: 'Create a group', done: 'created the group', tried: 'create the group' },
  'group.update': { name: 'Change a group', done: 'changed the group', tried: 'change the group' },
  'group.delete': { name: 'Delete a group', done: 'deleted the group', tried: 'delete the group' },
  'group.member.add': {
    name: 'Put somebody into a group',
    done: 'put somebody into the group',
    tried: 'put somebody into the group',
  },
  'group.member.remove': {
    name: 'Take somebody out of a group',
    done: 'took somebody out of the group',
    tried: 'take somebody out of the group',
  },
  'access.assign': {
    name: 'Assign roles to a group',
    done: 'changed the roles of the group',
    tried: 'change the roles of the group',
  },
  'organization.create': {
    name: 'Create an organization',
    done: 'created the organization',
    tried: 'create the organization',
  },
  'organization.contact.update': {
    name: 'Change the technical contact',
    done: 'changed the technical contact of',
    tried: 'change the technical contact of',
  },
  'organization.settings.update': {
    name: 'Change the settings',
    done: 'changed the settings of',
    tried: 'change the settings of',
  },
  'license.assign': { name: 'Assign a license', done: 'assigned a license to', tried: 'assign a license to' },
  'license.remove': { name: 'Remove a license', done: 'removed a license from', tried: 'remove a license from' },
  'domain.add': { name: 'Add a domain', done: 'added the domain', tried: 'add the domain' },
  'domain.verify': { name: 'Verify a domain', done: 'verified the domain', tried: 'verify the domain' },
  'domain.default': {
    name: 'Make a domain the default',
    done: 'made the default domain',
    tried: 'make the default domain',
  },
  'domain.remove': { name: 'Remove a domain', done: 'removed the domain', tried: 'remove the domain' },
  'domain.claim': {
    name: 'Domain claimed elsewhere',
    done: 'claimed, for another organization, the domain',
    tried: 'claim, for another organization, the domain',
  },
  'session.start': { name: 'Sign in', done: 'signed in', tried: 'sign in' },
  'session.end': { name: 'Sign out', done: 'signed out', tried: 'sign out' },
  'user.create': { name: 'Create a user', done: 'created the user', tried: 'create the user' },
  'user.update': { name: 'Change a user', done: 'changed the user', tried: 'change the user' },
  'user.enable': { name: 'Enable a user', done: 'enabled the user', tried: 'enable the user' },
  'user.disable': { name: 'Disable a user', done: 'disabled the user', tried: 'disable the user' },
  'user.delete': { name: 'Delete a user', done: 'deleted the user', tried: 'delete the user' },
  'user.restore': { name: 'Restore a user', done: 'restored the user', tried: 'restore the user' },
  'user.purge': {
    name: 'User emptied',
    done: 'emptied, 30 days after its deletion, the user',
    tried: 'empty the user',
  },
  'user.protect': {
    name: 'Protect a user',
    done: 'protected from delegated admins the user',
    tried: 'protect from delegated admins the user',
  },
  'user.unprotect': {
    name: 'End the protection of a user',
    done: 'ended the protection of the user',
    tried: 'end the protection of the user',
  },
  'user.email.request': {
    name: 'Ask to confirm an address',
    done: 'asked to confirm another address of',
    tried: 'ask to confirm another address of',
  },
  'user.email.confirm': {
    name: 'Confirm an address',
    done: 'confirmed the new address of',
    tried: 'confirm the new address of',
  },
  'user.role.assign': { name: 'Assign roles', done: 'assigned roles to', tried: 'assign roles to' },
  'user.role.remove': { name: 'Remove roles', done: 'removed roles from', tried: 'remove roles from' },
  'user.password.reset': { name: 'Reset a password', done: 'reset the password of', tried: 'reset the password of' },
  'user.password.code': {
    name: 'Make a one-time code',
    done: 'made a one-time code for',
    tried: 'make a one-time code for',
  },
  'user.digest.on': {
    name: 'Turn the weekly mail on',
    done: 'turned on the weekly mail of',
    tried: 'turn on the weekly mail of',
  },
  'user.digest.off': {
    name: 'Turn the weekly mail off',
    done: 'turned off the weekly mail of',
    tried: 'turn off the weekly mail of',
  },
  'user.digest.stop': {
    name: 'Turn the weekly mail off by its link',
    done: 'turned off, by the link in it, the weekly mail of',
    tried: 'turn off, by the link in it, the weekly mail of',
  },
  'user.password.set': { name: 'Set a password', done: 'set the password of', tried: 'set the password of' },
};

/** The actions that this version of the app knows, for a filter. */
export const actionNames: readonly string[] = Object.keys(actions);

/** “Delete a delegated admin”; of an action that this version does not know, its own name. */
export function actionName(action: string): string {
  return actions[action]?.name ?? action;
}

/** What was done or tried: “changed the technical contact of”, “tried to delete the delegated admin”. */
export function actionInWords(action: string, refused: boolean): string {
  const words = actions[action];
  if (!words) return refused ? `was refused: ${action}` : `did ${action}:`;
  return refused ? `tried to ${words.tried}` : words.done;
}

/** The same without what it was done to: “changed the technical contact”. */
export function actionInShort(action: string, refused: boolean): string {
  return actionInWords(action, refused).replace(/( of| to| from| for|:)$/, '');
}

/** Actions on oneself: what they are about would only say the name again. */
export function actsOnSelf(action: string): boolean {
  return action === 'session.start' || action === 'session.end';
}

const fields: Readonly<Record<string, string>> = {
  'contact.name': 'Name',
  'contact.email': 'E-mail',
  'contact.phone': 'Telephone',
  displayName: 'Name',
  userName: 'User name',
  email: 'Address',
  enabled: 'Sign-in allowed',
  protected: 'Protected',
  license: 'License',
  subscription: 'Subscription',
  default: 'Default',
  deleted: 'Deleted',
  verified: 'Verified',
  claimedBy: 'Claimed by',
  weeklyDigest: 'Weekly mail',
  justificationRequired: 'Delegated admins give a reason',
  name: 'Name',
  description: 'Description',
  defaultRoles: 'Default roles',
  member: 'Person',
  customer: 'Customer',
  status: 'Status',
  roles: 'Roles',
  expiresAt: 'Until',
  durationDays: 'Days',
  delegatedAdministration: 'Delegated administration',
  message: 'Message',
  answeredInquiries: 'Answers what was asked',
  listed: 'In the directory of partners',
  contactEmail: 'Contact',
  website: 'Website',
  country: 'Country',
  services: 'Services',
};

/** “contact.email” is “E-mail”. */
export function fieldName(field: string): string {
  return fields[field] ?? field;
}

/** What narrows events by their result, and what the API calls it. */
export const resultChoices = [
  { value: '', label: 'Done and refused' },
  { value: 'done', label: 'Done' },
  { value: 'refused', label: 'Refused' },
] as const;

/** What narrows events by what they are about. The value in capitals is what the API calls it. */
export const kindChoices = [
  { value: '', label: 'Everything' },
  { value: 'users', label: 'Users' },
  { value: 'passwords', label: 'Passwords' },
  { value: 'roles', label: 'Roles' },
  { value: 'licenses', label: 'Licenses' },
  { value: 'domains', label: 'Domains' },
  { value: 'delegations', label: 'Delegated admins' },
  { value: 'offers', label: 'Offers' },
  { value: 'groups', label: 'Groups' },
  { value: 'sessions', label: 'Sign-in and sign-out' },
  { value: 'settings', label: 'Contact and settings' },
] as const;

type Kind = Uppercase<Exclude<(typeof kindChoices)[number]['value'], ''>>;

export function kindOf(choice: string | undefined): Kind | undefined {
  if (!choice || !kindChoices.some(({ value }) => value === choice)) return undefined;
  return choice.toUpperCase() as Kind;
}

const results = { done: 'DONE', refused: 'REFUSED' } as const;

export function resultOf(choice: string | undefined): 'DONE' | 'REFUSED' | undefined {
  return results[choice as keyof typeof results];
}
