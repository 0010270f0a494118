import { promisify } from 'node:util';
import { Get, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { SESSION_COOKIE, SIGN_IN_COOKIE } from '../../session/session-cookie';
import { SignInRefused } from '../../session/sign-in/identity';
import { Permits } from '../entering/page-guard';
import { Elsewhere } from '../entering/refusals';
import { type PageRequest, SignedIn, type Visitor, visitorOf } from '../entering/visitor';
import { PAGES, type PagesWiring } from '../pages-wiring';
import { Page } from '../rendering/page';
import { Pages } from '../rendering/pages';

/** The start page, as somebody sees it who is not signed in. */
export interface SignInView {
  /** Why they see it, where it was not their wish. */
  readonly notice?: string;
}

interface SignedInView {
  readonly name: string;
}

interface OnwardView {
  readonly to: string;
}

const NOTICES: Readonly<Record<string, string>> = {
  ended: 'You were signed out because nothing was done for a while, or because you had been signed in all day.',
  'signed-out': 'You are signed out.',
  failed: 'You could not be signed in. Try again, or ask your agency whether it is a member of the partnership.',
};

const FLOW_COOKIE: CookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' };

/** Where somebody goes who has just signed in. */
const firstPageOf = ({ permissions }: Visitor): string => {
  if (permissions.has('work-alerts')) return '/my-work';
  if (permissions.has('read-people')) return '/people';
  return permissions.has('see-deliveries') ? '/deliveries' : '/signed-in';
};

const cookieOf = (request: Request, name: string): string | undefined =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);

/** Signing in at the agency's identity provider, and out again. */
@Pages()
export class SignInController {
  constructor(@Inject(PAGES) private readonly wiring: PagesWiring) {}

  @Get()
  @Permits('everyone')
  start(@Req() request: PageRequest, @Query() query: Readonly<Record<string, unknown>>): Page<SignInView> {
    if (request.visitor !== undefined) throw new Elsewhere(firstPageOf(request.visitor));
    const notice = Object.entries(NOTICES).find(([name]) => query[name] !== undefined)?.[1];
    return new Page('sign-in/sign-in.njk', 'Sign in', notice === undefined ? {} : { notice });
  }

  @Get('sign-in')
  @Permits('everyone')
  async begin(@Res({ passthrough: true }) response: Response): Promise<never> {
    const { url, flow } = await this.wiring.identity.begin('/', this.wiring.clock());
    response.cookie(SIGN_IN_COOKIE, this.wiring.flows.seal(flow), FLOW_COOKIE);
    throw new Elsewhere(url);
  }

  /**
   * The provider sends the browser back here. The page sends it on by itself: a redirect from another site would leave the
   * strict session cookie behind.
   */
  @Get('sign-in/callback')
  @Permits('everyone')
  async finish(@Req() request: PageRequest, @Res({ passthrough: true }) response: Response): Promise<Page<OnwardView>> {
    const { flows, identity, clock, settings, logger } = this.wiring;
    const flow = flows.open(cookieOf(request, SIGN_IN_COOKIE), clock());
    response.clearCookie(SIGN_IN_COOKIE, FLOW_COOKIE);
    if (flow === undefined) throw new Elsewhere('/?failed=yes');
    const query = request.originalUrl.slice(request.path.length);
    const practitioner = await identity.finish(query, flow, clock()).catch((reason: unknown) => {
      if (!(reason instanceof SignInRefused)) throw reason;
      logger.warn({ err: reason }, 'somebody could not be signed in');
      throw new Elsewhere('/?failed=yes');
    });
    const visitor = visitorOf(practitioner, settings);
    if (visitor === undefined) throw new Elsewhere('/?failed=yes');
    // A new name for the session, so that nobody can have planted it before.
    await promisify(request.session.regenerate.bind(request.session))();
    request.session.practitioner = practitioner;
    await promisify(request.session.save.bind(request.session))();
    return new Page('sign-in/onward.njk', 'You are signed in', { to: firstPageOf(visitor) });
  }

  /** For those whose role opens no other page. */
  @Get('signed-in')
  @Permits('signed-in')
  signedIn(@SignedIn() { practitioner }: Visitor): Page<SignedInView> {
    return new Page('sign-in/signed-in.njk', 'You are signed in', { name: practitioner.name });
  }

  /** Asked by a page that is open for long, so that the session does not end. */
  @Get('session')
  @HttpCode(204)
  @Permits('signed-in')
  keep(): void {
    // The request itself is what keeps it.
  }

  @Post('sign-out')
  @Permits('signed-in')
  async signOut(@Req() request: PageRequest, @Res({ passthrough: true }) response: Response): Promise<never> {
    await promisify(request.session.destroy.bind(request.session))();
    response.clearCookie(SESSION_COOKIE, { path: '/', httpOnly: true, secure: true, sameSite: 'strict' });
    response.set('Clear-Site-Data', '"cache", "storage"');
    throw new Elsewhere('/?signed-out=yes');
  }
}
