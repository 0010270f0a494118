import { type CanActivate, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { HOUR } from '@throughline/kernel';
import { isOwnForm } from '../../session/form-protection';
import type { Permission } from '../../session/permissions';
import { showsSession, WHOLE_HOURS } from '../../session/session-cookie';
import { PAGES, type PagesWiring } from '../pages-wiring';
import { Elsewhere, FormNotOurs, PageNotPermitted } from './refusals';
import { type PageRequest, visitorOf } from './visitor';

/** Under which a page keeps who may open it. */
export const PERMISSION = 'throughline:permission';

/** Who may open a page. A page without it is refused to all. */
export const Permits = (permission: Permission): MethodDecorator => SetMetadata(PERMISSION, permission);

/** Lets nobody through unless the page says who may come and this is one of them. */
@Injectable()
export class PageGuard implements CanActivate {
  constructor(
    @Inject(PAGES) private readonly wiring: PagesWiring,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<PageRequest>();
    const permission = this.reflector.get<Permission | undefined>(PERMISSION, context.getHandler());
    if (permission === undefined) throw new PageNotPermitted('this page says of nobody that they may open it');
    const practitioner = request.session.practitioner;
    if (practitioner !== undefined) {
      const visitor = visitorOf(practitioner, this.wiring.settings);
      if (visitor !== undefined && this.wiring.clock() - practitioner.signedInAt < WHOLE_HOURS * HOUR) request.visitor = visitor;
    }
    if (permission === 'everyone') return true;
    if (request.visitor === undefined) throw new Elsewhere(showsSession(request.headers.cookie) ? '/?ended=yes' : '/');
    if (!request.visitor.permissions.has(permission)) throw new PageNotPermitted('your role may not open this page');
    if (request.method !== 'GET' && request.method !== 'HEAD' && !isOwnForm(request)) {
      throw new FormNotOurs('the form is not of this session');
    }
    return true;
  }
}
