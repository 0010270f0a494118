import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';

/** A phone and a desk, in CSS pixels. */
export const WIDTHS = { phone: { width: 375, height: 812 }, desk: { width: 1280, height: 900 } } as const;
export type Width = keyof typeof WIDTHS;

export interface Circumstances {
  readonly width: Width;
  readonly scripts: boolean;
}

export const inWords = ({ width, scripts }: Circumstances): string => `at a ${width} ${scripts ? 'with' : 'without'} JavaScript`;

const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

const judged = async (page: Page): Promise<AxeResult> => {
  await page.evaluate(axe);
  return page.evaluate<AxeResult>('axe.run(document, { resultTypes: ["violations"] })');
};

/** Somebody of an agency in a browser, on a running hub. */
export class PractitionerAtWork {
  /** Where pages are judged whose own scripts do not run. */
  private elsewhere: Page | undefined;

  private constructor(
    private readonly browser: Browser,
    private readonly scripts: boolean,
    private readonly context: BrowserContext,
    readonly page: Page,
    private readonly origin: string,
    /** A folder for pictures of each page; none are made without it. */
    private readonly pictures: string | undefined,
    /** What the browser complained of. */
    readonly complaints: string[],
  ) {}

  static async open(browser: Browser, origin: string, { width, scripts }: Circumstances): Promise<PractitionerAtWork> {
    const context = await browser.newContext({
      viewport: WIDTHS[width],
      javaScriptEnabled: scripts,
      locale: 'en-GB',
      timezoneId: 'Europe/London',
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    const folder = process.env['PICTURES'];
    return new PractitionerAtWork(
      browser,
      scripts,
      context,
      page,
      origin,
      folder && join(folder, `${width}-${scripts ? 'scripts' : 'plain'}`),
      complaints,
    );
  }

  async go(path: string): Promise<number> {
    const answer = await this.page.goto(`${this.origin}${path}`);
    return answer?.status() ?? 0;
  }

  /** From the start page to the first page of their work, by clicks alone. */
  async signIn(name: string): Promise<void> {
    await this.go('/');
    await this.page.getByRole('button', { name: 'Sign in' }).click();
    await this.page.locator('li', { hasText: name }).getByRole('button').click();
    await this.page.waitForURL((url) => ['/my-work', '/people', '/deliveries', '/signed-in'].includes(url.pathname));
  }

  /** Presses Tab until the focus is on something of this name, as who has no mouse does. */
  async tabTo(name: RegExp): Promise<void> {
    for (let pressed = 0; pressed < 150; pressed += 1) {
      await this.page.keyboard.press('Tab');
      const focused = await this.page.evaluate<string>('document.activeElement?.textContent ?? ""');
      if (name.test(focused.trim())) return;
    }
    throw new Error(`the keyboard never came to ${String(name)}`);
  }

  /** What axe finds on the page, and whether it is wider than the screen. A picture is made of it. */
  async faults(picture: string): Promise<readonly string[]> {
    if (this.pictures !== undefined) {
      mkdirSync(this.pictures, { recursive: true });
      await this.page.screenshot({ path: join(this.pictures, `${picture}.png`), fullPage: true });
    }
    const { violations } = this.scripts ? await judged(this.page) : await this.judgedElsewhere();
    const wider = await this.page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
    return [
      ...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      ...(wider > 0 ? [`the page is ${String(wider)} pixels wider than the screen`] : []),
    ];
  }

  /**
   * Axe needs timers, which stand still where scripts do: what the page is made of is shown in another window, without its scripts. It
   * stays the same window, which knows the style sheet already.
   */
  private async judgedElsewhere(): Promise<AxeResult> {
    const html = (await this.page.content()).replaceAll(/<(script|noscript)\b.*?<\/\1>/gs, '');
    this.elsewhere ??= await this.browser.newPage({ viewport: this.page.viewportSize() });
    const address = this.page.url();
    await this.elsewhere.route(address, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }), { times: 1 });
    await this.elsewhere.goto('about:blank');
    await this.elsewhere.goto(address);
    return judged(this.elsewhere);
  }

  cookies(): Promise<
    readonly { readonly name: string; readonly secure: boolean; readonly httpOnly: boolean; readonly sameSite: string }[]
  > {
    return this.context.cookies();
  }

  async close(): Promise<void> {
    await this.elsewhere?.close();
    await this.context.close();
  }
}
