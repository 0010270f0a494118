import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchBrowser } from '@throughline/infra/browser';
import type { Browser } from 'playwright-core';
import { tenancy } from '../delivery/tenancies';
import { tablesOf } from '../faults/hub-tables';
import { type RunningHub, startHub } from '../running-hub';
import { type Circumstances, inWords, PractitionerAtWork } from './practitioner-at-work';

const IDVA = 'Bethan Price';
const IDVA_MANAGER = 'Marcus Bell';
const SANCTUARY = 'Imran Siddiqui';
const OPERATOR = 'Dev Raman';
const PRIVACY_LEAD = 'Sally Orme';
const AUDITOR = 'Eleanor Finch';

const everywhere: readonly Circumstances[] = [
  { width: 'desk', scripts: true },
  { width: 'phone', scripts: true },
  { width: 'desk', scripts: false },
  { width: 'phone', scripts: false },
];

describe('A practitioner', () => {
  let hub: RunningHub;
  let browser: Browser;
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-pages-'));

  beforeAll(async () => {
    [hub, browser] = await Promise.all([startHub({ dataDir, env: { DEMO: 'on' }, patience: 120_000 }), launchBrowser()]);
    for (let waited = 0; !hub.said().includes('have acknowledged what is weeks old') && waited < 60_000; waited += 100) {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, 200_000);

  afterAll(async () => {
    await browser.close();
    await hub.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  const atWork = async (where: Circumstances, work: (practitioner: PractitionerAtWork) => Promise<void>): Promise<void> => {
    const practitioner = await PractitionerAtWork.open(browser, hub.origin, where);
    try {
      await work(practitioner);
    } finally {
      await practitioner.close();
    }
  };

  it.each(everywhere.map((where) => [inWords(where), where] as const))(
    '%s signs in by a click and reads from work to person to chronology',
    async (_words, where) => {
      await atWork(where, async (idva) => {
        await idva.go('/');
        expect(await idva.faults('1-start')).toEqual([]);
        await idva.signIn(IDVA);
        const { page } = idva;
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('My work');
        expect(await page.title()).toMatch(/^My work \(\d+/);
        expect(await page.locator('.tl-item').count()).toBeGreaterThan(0);
        expect(await idva.faults('2-my-work')).toEqual([]);

        await page.locator('.tl-item h3 a').first().click();
        expect(page.url()).toMatch(/\/people\/p-[0-9a-z]+$/);
        const name = await page.getByRole('heading', { level: 1 }).innerText();
        expect(name).not.toBe('');
        expect(await idva.faults('3-person')).toEqual([]);

        await page.getByRole('link', { name: 'Chronology' }).click();
        expect(await page.locator('.moj-timeline__item').count()).toBeGreaterThan(0);
        expect(await idva.faults('4-chronology')).toEqual([]);

        const reference = /idva:[\w.~-]+/.exec(await page.locator('main').innerText())?.[0];
        await page.getByRole('link', { name: 'Find a person' }).click();
        expect(await idva.faults('5-find')).toEqual([]);
        await page.getByRole('button', { name: 'Find' }).click();
        expect(await page.getByRole('alert').innerText()).toContain('Enter a reference');
        expect(await page.title()).toMatch(/^Error: /);
        expect(await idva.faults('6-find-nothing-entered')).toEqual([]);
        if (reference !== undefined) {
          await page.getByLabel('Reference').fill(reference.slice('idva:'.length));
          await page.getByRole('button', { name: 'Find' }).click();
          expect(await page.getByRole('link', { name }).count()).toBe(1);
          expect(page.url()).toBe(`${hub.origin}/people`);
          expect(await idva.faults('7-found')).toEqual([]);
        }
        expect(idva.complaints).toEqual(
          where.scripts ? ['Failed to load resource: the server responded with a status of 422 (Unprocessable Entity)'] : idva.complaints,
        );
      });
    },
  );

  it('acknowledges an alert, and closes one only with an outcome and a reason', async () => {
    await atWork({ width: 'desk', scripts: true }, async (manager) => {
      await manager.signIn(IDVA_MANAGER);
      const { page } = manager;
      await page
        .getByRole('button', { name: /^Acknowledge/ })
        .first()
        .click();
      await page.waitForURL(/done=acknowledged/);
      expect(await page.getByRole('alert').innerText()).toContain('You acknowledged the alert');
      expect(await manager.faults('8-acknowledged')).toEqual([]);

      await page
        .getByRole('link', { name: /^See why, or close/ })
        .last()
        .click();
      const reason = await page.getByRole('heading', { level: 1 }).innerText();
      expect(await page.locator('.moj-timeline__item').count()).toBeGreaterThan(0);
      expect(await manager.faults('9-alert')).toEqual([]);
      await page.getByLabel('Why can it be closed?').fill('The support worker met her on Friday.');
      await page.getByRole('button', { name: 'Close the alert' }).click();
      expect(await page.locator('.govuk-error-summary').innerText()).toContain('Select what happened');
      expect(await page.getByLabel('Why can it be closed?').inputValue()).toBe('The support worker met her on Friday.');
      expect(await manager.faults('10-closing-without-outcome')).toEqual([]);
      const { pathname } = new URL(page.url());
      await page.getByLabel('We have done what it asks').check();
      await page.getByRole('button', { name: 'Close the alert' }).click();
      await page.waitForURL(/done=closed/);
      await manager.go(pathname.replace(/\/close$/, ''));
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(reason);
      expect(await page.locator('main').innerText()).toContain('Closed');
      expect(await page.getByRole('button', { name: 'Close the alert' }).count()).toBe(0);
    });
  });

  it('is told of a new alert while My work is open, and reaches it, and what to do about it, by keyboard alone', async () => {
    await atWork({ width: 'desk', scripts: true }, async (worker) => {
      await worker.signIn(SANCTUARY);
      const { page } = worker;
      const title = await page.title();
      const published = await fetch(`${hub.origin}/v1/records`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await hub.token('housing')}`, 'content-type': 'application/cloudevents+json' },
        body: JSON.stringify(tenancy(new Date().toISOString())),
      });
      expect(published.status).toBe(202);
      await page.locator('.tl-live').waitFor({ state: 'visible', timeout: 60_000 });
      expect(await page.locator('.tl-live').innerText()).toMatch(/^\d+ new alerts?: show/);
      expect(await page.title()).toMatch(/^\(\d+ new\) /);
      expect((await page.title()).endsWith(title)).toBe(true);
      expect(await worker.faults('17-new-alert')).toEqual([]);
      await worker.tabTo(/new alerts?: show/);
      await page.keyboard.press('Enter');
      await page.locator('.tl-live').waitFor({ state: 'hidden', timeout: 60_000 });
      await worker.tabTo(/^Skip to main content$/);
      await page.keyboard.press('Enter');
      await worker.tabTo(/^See why, or close/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/alerts\//);
      expect(await page.getByRole('heading', { name: /^What to do in Northgate.*: Sanctuary and home security$/ }).count()).toBe(1);
      const link = page.getByRole('link', { name: 'Sanctuary and home security: the whole pathway' });
      expect(await link.getAttribute('href')).toBe('https://pathways.northgate.example/sanctuary');
      expect(await worker.faults('18-alert-with-its-pathway')).toEqual([]);
      await worker.tabTo(/^What this safeguard watches for$/);
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/safeguards\/sanctuary-referral$/);
      expect(await page.getByRole('heading', { name: /^What to do in Northgate/ }).count()).toBe(1);
      expect(await worker.faults('19-safeguard-with-its-pathway')).toEqual([]);
    });
  });

  it.each([everywhere[1], everywhere[2]].map((where) => [inWords(where ?? { width: 'desk', scripts: true }), where] as const))(
    '%s reads without signing in what the hub watches for, and nothing that a partnership wrote for its own',
    async (_words, where) => {
      await atWork(where ?? { width: 'desk', scripts: true }, async (anybody) => {
        const { page } = anybody;
        expect(await anybody.go('/safeguards')).toBe(200);
        expect(await page.locator('main dt').count()).toBeGreaterThan(60);
        expect(await anybody.faults('20-safeguards')).toEqual([]);
        await page.getByRole('link', { name: 'MARAC referral due' }).click();
        expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('MARAC referral due');
        expect(await page.locator('main').innerText()).not.toContain('What to do in');
        expect(await anybody.faults('21-safeguard')).toEqual([]);
        expect(await anybody.go('/safeguards/nothing')).toBe(404);
      });
    },
  );

  it('and whoever runs the hub see a webhook that is not reached, and a manager has it called again', async () => {
    const tables = tablesOf(dataDir);
    await tables.query(
      `INSERT INTO hub.channel_targets (agency, channel, address, disabled_at, disabled_because) VALUES ('idva', 'webhook', 'https://x.example/', $1, 'the receiver answered 500')`,
      [Date.now() - 3_600_000],
    );
    await tables.query(
      `INSERT INTO hub.deliveries (key, channel, target, partnership, agency, reference, notice, state, planned_at, next_attempt, settled_at, fault)
       VALUES ('a', 'mail', '999', 'northgate', 'idva', '5F00BA4411', '{}', 'failed', 1, 1, $1, 'the mail server refused it for good (550)')`,
      [Date.now()],
    );
    await tables.end();
    await atWork({ width: 'phone', scripts: true }, async (operator) => {
      await operator.signIn(OPERATOR);
      expect(new URL(operator.page.url()).pathname).toBe('/deliveries');
      const words = await operator.page.locator('main').innerText();
      expect(words).toContain('Northgate IDVA Service');
      expect(words).toContain('the receiver answered 500');
      expect(words).toContain('5F00BA4411');
      expect(await operator.faults('22-deliveries-of-all')).toEqual([]);
      expect(await operator.go('/people')).toBe(403);
      expect(await operator.go('/my-work')).toBe(403);
    });
    await atWork({ width: 'desk', scripts: false }, async (worker) => {
      await worker.signIn(IDVA);
      expect(await worker.page.locator('main').innerText()).toContain('has not been told of alerts since');
      await worker.page.getByRole('link', { name: 'What was not delivered' }).click();
      expect(await worker.page.getByRole('button', { name: /^Enable the webhook/ }).count()).toBe(0);
      expect(await worker.faults('23-deliveries-of-own')).toEqual([]);
    });
    await atWork({ width: 'desk', scripts: true }, async (manager) => {
      await manager.signIn(IDVA_MANAGER);
      await manager.go('/deliveries');
      await manager.tabTo(/^Enable the webhook/);
      await manager.page.keyboard.press('Enter');
      await manager.page.waitForURL(/done=enabled/);
      const words = await manager.page.locator('main').innerText();
      expect(words).toContain('The webhook is called again');
      expect(words).toContain('Every system is reached');
      expect(await manager.faults('24-enabled')).toEqual([]);
    });
    await atWork({ width: 'desk', scripts: true }, async (other) => {
      await other.signIn(SANCTUARY);
      await other.go('/deliveries');
      expect(await other.page.locator('main').innerText()).toContain('Nothing failed in the last 30 days');
    });
  });

  it('narrows a chronology, and is told of a date that is none', async () => {
    await atWork({ width: 'desk', scripts: false }, async (idva) => {
      await idva.signIn(IDVA);
      const { page } = idva;
      await page
        .getByRole('link', { name: /^Chronology/ })
        .first()
        .click();
      const all = await page.locator('.moj-timeline__item').count();
      await page.locator('summary', { hasText: 'Filter' }).click();
      await page.getByLabel('Recorded by').selectOption({
        label: await page
          .locator('.moj-timeline__byline')
          .first()
          .innerText()
          .then((by) => by.replace(/^by /, '')),
      });
      await page.getByLabel('The whole household').check();
      await page.getByRole('button', { name: 'Apply filters' }).click();
      expect(await page.locator('.moj-timeline__item').count()).toBeGreaterThan(0);
      expect(await page.locator('.moj-timeline__item').count()).toBeLessThanOrEqual(Math.max(all, 25));
      expect(await idva.faults('11-filtered')).toEqual([]);
      await page.getByLabel('As known on').fill('31 2 2024');
      await page.getByRole('button', { name: 'Apply filters' }).click();
      expect(await page.locator('.govuk-error-summary').innerText()).toContain('must be a real date');
      expect(await idva.faults('12-no-such-date')).toEqual([]);
    });
  });

  it('reads the same page of somebody who does not exist and of somebody whom they may not see', async () => {
    await atWork({ width: 'phone', scripts: true }, async (someone) => {
      await someone.signIn(AUDITOR);
      const { page } = someone;
      expect(new URL(page.url()).pathname).toBe('/people');
      await page.getByLabel('Reference').fill('riverside-idva:RI-00304');
      await page.getByRole('button', { name: 'Find' }).click();
      expect(await page.locator('main').innerText()).toContain('Nobody fits what you entered');
      expect(await someone.go('/people/p-zzzzzz')).toBe(404);
      const nobody = await page.locator('main').innerText();
      expect(await someone.go('/people/riverside-idva:RI-00304')).toBe(404);
      expect(await page.locator('main').innerText()).toBe(nobody);
      expect(await someone.faults('13-not-found')).toEqual([]);
      expect(await someone.go('/my-work')).toBe(403);
      expect(await someone.faults('14-not-permitted')).toEqual([]);
    });
  });

  it('who looks after privacy signs in and may read nobody', async () => {
    await atWork({ width: 'desk', scripts: true }, async (lead) => {
      await lead.signIn(PRIVACY_LEAD);
      expect(lead.page.url()).toBe(`${hub.origin}/signed-in`);
      expect(await lead.faults('15-no-pages')).toEqual([]);
      expect(await lead.go('/people')).toBe(403);
      expect(await lead.go('/my-work')).toBe(403);
    });
  });

  it('leaves nothing behind in the browser', async () => {
    await atWork({ width: 'desk', scripts: true }, async (idva) => {
      await idva.signIn(IDVA);
      expect(await idva.cookies()).toContainEqual(
        expect.objectContaining({ name: '__Host-throughline', secure: true, httpOnly: true, sameSite: 'Strict', expires: -1 }),
      );
      await idva.page.getByRole('button', { name: 'Sign out' }).click();
      await idva.page.waitForURL(/signed-out/);
      expect(await idva.faults('16-signed-out')).toEqual([]);
      expect((await idva.cookies()).filter(({ name }) => name.startsWith('__Host-throughline'))).toEqual([]);
      await idva.go('/my-work');
      expect(new URL(idva.page.url()).pathname).toBe('/');
    });
  });

  it('cannot be made to do something by another site', async () => {
    await atWork({ width: 'desk', scripts: true }, async (manager) => {
      await manager.signIn(IDVA_MANAGER);
      const action = await manager.page.locator('form[action$="/acknowledge"]').first().getAttribute('action');
      const answer = await manager.page.request.post(`${hub.origin}${action ?? ''}`, { form: { _csrf: 'made up' } });
      expect(answer.status()).toBe(403);
      const without = await fetch(`${hub.origin}${action ?? ''}`, { method: 'POST', redirect: 'manual' });
      expect([without.status, without.headers.get('location')]).toEqual([303, '/']);
    });
  });

  it('finds a page in words at an address that is none, and programs a problem', async () => {
    const page = await fetch(`${hub.origin}/nothing/here`, { headers: { accept: 'text/html' } });
    expect([page.status, page.headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
    expect(await page.text()).toContain('Page not found');
    const problem = await fetch(`${hub.origin}/v1/nothing`, { headers: { accept: 'text/html' } });
    expect([problem.status, problem.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
  });

  it('keeps everything out of other sites and of caches', async () => {
    const { headers } = await fetch(`${hub.origin}/`);
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-frame-options')).toBe('DENY');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe');
  });
});
