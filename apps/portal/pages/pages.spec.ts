import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Get, type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createLogger } from '@throughline/platform';
import { randomBytes } from 'node:crypto';
import { Assets } from '../assets/assets';
import { Identity } from '../session/sign-in/identity';
import { SealedFlow } from '../session/sign-in/sealed-flow';
import { PageGuard, PERMISSION } from './entering/page-guard';
import { pages } from './pages';
import { PAGES, type PagesWiring } from './pages-wiring';
import { answerSecurity, securedBy } from './rendering/answer-security';
import { Page } from './rendering/page';
import { Pages } from './rendering/pages';
import { Templates } from './rendering/templates';

const routesOf = (controller: (typeof pages)[number]): readonly (readonly [string, object])[] => {
  const prototype = controller.prototype as object;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    if (name === 'constructor') return [];
    const handler: unknown = Reflect.get(prototype, name);
    const isRoute = typeof handler === 'function' && Reflect.hasMetadata('path', handler);
    return isRoute ? [[name, handler] as const] : [];
  });
};

describe('Every page', () => {
  it.each(pages.map((controller) => [controller.name, controller] as const))(
    'of %s is guarded and says who may open it',
    (_name, controller) => {
      expect(Reflect.getMetadata('__guards__', controller)).toEqual([PageGuard]);
      expect(routesOf(controller).length).toBeGreaterThan(0);
      for (const [, handler] of routesOf(controller)) expect(Reflect.hasMetadata(PERMISSION, handler)).toBe(true);
    },
  );

  it('is in the list of pages', () => {
    const files = readdirSync(__dirname, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.controller.ts'));
    const names = files
      .map((file) => /export class (\w+)/.exec(readFileSync(`${__dirname}/${file}`, 'utf8'))?.[1])
      .filter((name) => name !== 'UnknownAddressController');
    expect(names.sort()).toEqual(pages.map(({ name }) => name).sort());
  });
});

@Pages('forgotten')
class ForgottenController {
  @Get()
  show(): Page<object> {
    return new Page('sign-in/sign-in.njk', 'Secret', {});
  }
}

const templates = new Templates(new Assets());

const wiring: PagesWiring = {
  settings: { of: () => undefined },
  clock: () => 0,
  logger: createLogger('silent'),
  identity: new Identity({ issuer: 'https://id.test', clientId: 'portal', clientSecret: 'secret' }, 'https://hub.test/sign-in/callback'),
  flows: new SealedFlow(randomBytes(32)),
  templates,
  secured: securedBy(answerSecurity('https://hub.test')),
};

@Module({ controllers: [ForgottenController], providers: [{ provide: PAGES, useValue: wiring }] })
class ForgetfulModule {}

describe('A page that says of nobody that they may open it', () => {
  let app: INestApplication;
  let origin: string;

  beforeAll(async () => {
    app = await NestFactory.create(ForgetfulModule, { logger: false });
    await app.listen(0, '127.0.0.1');
    origin = `http://127.0.0.1:${String(((app.getHttpServer() as Server).address() as AddressInfo).port)}`;
  });

  afterAll(() => app.close());

  it('is refused to everybody, in words, and kept nowhere', async () => {
    const answer = await fetch(`${origin}/forgotten`);
    const text = await answer.text();
    expect(answer.status).toBe(403);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(text).toContain('You cannot do this');
    expect(text).not.toContain('Secret');
  });
});

describe('What is put into a page', () => {
  it('is text, whatever it says', () => {
    const who = { id: 'p-1', name: '<script>alert(1)</script>', dateOfBirth: null };
    const line = {
      id: 'a',
      class: 'act',
      reason: '"><img src=x>',
      answeredBy: '',
      dueAt: null,
      overdue: false,
      status: 'open',
      raisedAt: '2024-03-04T10:00:00.000Z',
      evidence: 1,
    };
    const view = {
      place: 'Ann & Sons <b>',
      toDo: [{ person: 'p-1', overdue: false, dueAt: null, lines: [line], who }],
      toKnow: [],
      counts: { toDo: 1, overdue: 0, toKnow: 0 },
      pages: { number: 1, of: 1 },
    };
    const html = templates.render(new Page('my-work/my-work.njk', 'My work', view), {
      visitor: undefined,
      formToken: '"',
      path: '/my-work',
    });
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('Ann &amp; Sons &lt;b&gt;');
    expect(html).not.toContain('<img');
    expect(html).not.toContain('<script>alert');
  });
});
