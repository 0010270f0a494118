import { dirname, join } from 'node:path';
import { Environment, FileSystemLoader } from 'nunjucks';
import type { Assets } from '../../assets/assets';
import { TOKEN_FIELD } from '../../session/form-protection';
import { IDLE_MINUTES } from '../../session/session-cookie';
import type { Visitor } from '../entering/visitor';
import { fieldInWords, sentence, typeInWords } from '../words/codes';
import { datesInWords, dayInWords, dayOfMoment, momentInWords } from '../words/dates';
import { errorOf, type Page } from './page';

export const SERVICE = 'Throughline';

/** Of whom and of what every page tells in its head. */
export interface Surroundings {
  readonly visitor: Visitor | undefined;
  /** The token that this session's forms carry; empty where nobody is signed in. */
  readonly formToken: string;
  /** The path that is open. */
  readonly path: string;
}

const NAVIGATION = [
  { text: 'My work', href: '/my-work', permission: 'work-alerts' },
  { text: 'Find a person', href: '/people', permission: 'read-people' },
  { text: 'Deliveries', href: '/deliveries', permission: 'see-deliveries' },
] as const;

const navigationFor = ({
  visitor,
  path,
}: Surroundings): readonly { readonly text: string; readonly href: string; readonly active: boolean }[] =>
  NAVIGATION.filter(({ permission }) => visitor?.permissions.has(permission)).map(({ text, href }) => ({
    text,
    href,
    active: path === href || path.startsWith(`${href}/`),
  }));

/** Nunjucks with the GOV.UK components. Whatever is put into a page is escaped. */
export class Templates {
  private readonly environment: Environment;

  constructor(assets: Pick<Assets, 'addressOf'>) {
    const components = join(dirname(require.resolve('govuk-frontend')), '..');
    const loader = new FileSystemLoader([join(__dirname, '..'), components], { noCache: false, watch: false });
    this.environment = new Environment(loader, { autoescape: true, trimBlocks: true, lstripBlocks: true });
    this.environment.addGlobal('service', SERVICE);
    this.environment.addGlobal('asset', (name: string) => assets.addressOf(name));
    this.environment.addGlobal('errorOf', errorOf);
    this.environment.addGlobal('tokenField', TOKEN_FIELD);
    this.environment.addGlobal('idleMinutes', IDLE_MINUTES);
    for (const [name, filter] of Object.entries({
      datesInWords,
      dayInWords,
      dayOfMoment,
      momentInWords,
      fieldInWords,
      sentence,
      typeInWords,
    })) {
      this.environment.addFilter(name, filter);
    }
  }

  render({ template, title, view }: Page<object>, surroundings: Surroundings): string {
    return this.environment.render(template, {
      view,
      title,
      visitor: surroundings.visitor,
      formToken: surroundings.formToken,
      navigation: navigationFor(surroundings),
    });
  }
}
