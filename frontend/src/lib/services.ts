/** What partners do for customers, by the names of the API, in words. */
const services = {
  USER_SUPPORT: 'Help desk for users',
  LICENSING: 'Subscriptions and licenses',
  MIGRATION: 'Moving to the cloud',
  SECURITY: 'Security and compliance',
  DEVICES: 'Device management',
  TRAINING: 'Training',
  DEVELOPMENT: 'Apps and integrations',
} as const;

export type ServiceName = keyof typeof services;

export const serviceNames = Object.keys(services) as readonly ServiceName[];

/** “TRAINING” is “Training”; of a service that this version does not know, its own name. */
export function serviceInWords(service: string): string {
  return isService(service) ? services[service] : service;
}

/** “Help desk for users, Training”. */
export function servicesInWords(all: readonly string[]): string {
  return all.map(serviceInWords).join(', ');
}

/** Whether there is a service of this name, such as from an address. */
export function isService(name: string | undefined): name is ServiceName {
  return name !== undefined && Object.hasOwn(services, name);
}
