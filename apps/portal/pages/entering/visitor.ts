import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Actor } from '@throughline/access';
import type { CurrentSettings, Settings } from '@throughline/projections';
import type { Request } from 'express';
import { type Permission, permissionsOf } from '../../session/permissions';
import type { Practitioner } from '../../session/practitioner';

/** Whoever has a page open: who they are, in whose name they read, and what they may do. */
export interface Visitor {
  readonly practitioner: Practitioner;
  readonly actor: Actor;
  /** The agreements of their partnership, as they are now. */
  readonly settings: Settings;
  /** The name of their agency; who belongs to none has the partnership's. */
  readonly place: string;
  readonly permissions: ReadonlySet<Permission>;
}

/** Roles of those who belong to a partnership and to no agency: who reviews it, and who runs the hub for it and reads of nobody. */
const WITHOUT_AGENCY: readonly string[] = ['auditor', 'operator'];

/**
 * Who a signed-in practitioner is today. Undefined where their partnership no longer lists their agency, or where somebody
 * without an agency is no auditor and no operator: then they are nobody here.
 */
export const visitorOf = (practitioner: Practitioner, known: Pick<CurrentSettings, 'of'>): Visitor | undefined => {
  const { issuer, subject, role, partnership, agency } = practitioner;
  const settings = known.of(partnership);
  const belongsToNone = WITHOUT_AGENCY.includes(role);
  const member = settings?.agencies.find(({ code }) => code === agency);
  if (settings === undefined || (member === undefined && (agency !== undefined || !belongsToNone))) return undefined;
  return {
    practitioner,
    settings,
    place: member?.name ?? settings.name,
    permissions: belongsToNone && agency !== undefined ? permissionsOf('') : permissionsOf(role),
    actor: {
      id: `${issuer}#${subject}`,
      role: 'worker',
      partnerships: [partnership],
      scopes: new Set(role === 'auditor' && agency === undefined ? ['audit:read'] : []),
      ...(agency === undefined ? {} : { agency }),
    },
  };
};

/** A request on its way to a page; the guard puts the visitor there. */
export interface PageRequest extends Request {
  visitor?: Visitor;
}

/** The visitor of a page that asks for more than `everyone`. */
export const SignedIn = createParamDecorator((_data: unknown, context: ExecutionContext): Visitor => {
  const { visitor } = context.switchToHttp().getRequest<PageRequest>();
  if (visitor === undefined) throw new Error('a page that needs a visitor lets everyone in');
  return visitor;
});
