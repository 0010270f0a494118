import { type CanActivate, createParamDecorator, type ExecutionContext, Inject, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Caller, NotSignedIn, requireScope, type Scope } from './caller';
import { Callers } from './callers';

const SCOPE = 'throughline:scope';

/** The scopes that a route, or every route of a controller, asks of its caller, all of them; without it, being signed in is enough. */
export const NeedsScope = (...scopes: readonly Scope[]): ReturnType<typeof SetMetadata> => SetMetadata(SCOPE, scopes);

interface Identified extends IncomingMessage {
  caller?: Caller;
}

/** Lets only systems in that have signed in and have the scope that the route needs; the route gets them by `@CallingSystem()`. */
@Injectable()
export class CallerGuard implements CanActivate {
  constructor(
    @Inject(Callers) private readonly callers: Callers,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Identified>();
    try {
      request.caller = await this.callers.identify(request.headers.authorization);
    } catch (reason) {
      if (reason instanceof NotSignedIn) {
        context.switchToHttp().getResponse<ServerResponse>().setHeader('WWW-Authenticate', reason.challenge);
      }
      throw reason;
    }
    const scopes = this.reflector.getAllAndOverride<readonly Scope[] | undefined>(SCOPE, [context.getHandler(), context.getClass()]);
    for (const scope of scopes ?? []) requireScope(request.caller, scope);
    return true;
  }
}

/** The caller of a route behind `CallerGuard`. */
export const CallingSystem = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const { caller } = context.switchToHttp().getRequest<Identified>();
  if (caller === undefined) throw new NotSignedIn('a bearer token is needed', 'no token');
  return caller;
});
