/** What a page may ask of whoever opens it. */
export const PERMISSIONS = ['everyone', 'signed-in', 'read-people', 'work-alerts', 'see-deliveries', 'mend-deliveries'] as const;
export type Permission = (typeof PERMISSIONS)[number];

const OF_WORKERS: readonly Permission[] = ['everyone', 'signed-in', 'read-people', 'work-alerts', 'see-deliveries'];

/** What each role may do; whose role is not named here may only sign out again. */
const BY_ROLE: Readonly<Record<string, ReadonlySet<Permission>>> = {
  practitioner: new Set(OF_WORKERS),
  manager: new Set([...OF_WORKERS, 'mend-deliveries']),
  'privacy-lead': new Set(['everyone', 'signed-in']),
  auditor: new Set(['everyone', 'signed-in', 'read-people']),
  operator: new Set(['everyone', 'signed-in', 'see-deliveries', 'mend-deliveries']),
};

const OF_ANYONE: ReadonlySet<Permission> = new Set(['everyone', 'signed-in']);

export const permissionsOf = (role: string): ReadonlySet<Permission> =>
  (Object.hasOwn(BY_ROLE, role) ? BY_ROLE[role] : undefined) ?? OF_ANYONE;
