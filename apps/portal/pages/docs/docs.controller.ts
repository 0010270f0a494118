import { Get, Inject, Param } from '@nestjs/common';
import { Problem } from '@throughline/platform';
import { describedType, describedTypes, problemsInWords } from '../../describing';
import { Permits } from '../entering/page-guard';
import { Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { typeInWords } from '../words/codes';
import { type Example, examples } from './examples';
import { type Guide, guideCalled, guides } from './guides';
import { HUB_ADDRESS, WRITTEN_ADDRESS } from './hub-address';
import { typePage, type TypePageView } from './type-page';

interface GuideView {
  readonly guide: Guide;
  readonly next: Guide | undefined;
  /** Where this hub is reached. */
  readonly hub: string;
  readonly examples: readonly Example[];
  readonly problems: readonly { readonly status: string; readonly title: string; readonly description: string }[];
}

interface CatalogueView {
  readonly types: readonly { readonly short: string; readonly type: string; readonly summary: string }[];
}

const problems = Object.entries(problemsInWords).map(([status, words]) => ({ status, ...words }));

const notFound = (): Problem => new Problem(404, 'there is no such page');

/** The developers' documentation, for anybody: it holds nothing of anybody, and who reads it may have no account yet. */
@Pages('docs')
export class DocsController {
  constructor(@Inject(HUB_ADDRESS) private readonly hub: string) {}

  @Get()
  @Permits('everyone')
  start(): Page<{ readonly guides: readonly Guide[]; readonly types: number }> {
    return new Page('docs/start.njk', 'For developers', { guides, types: describedTypes.length });
  }

  @Get('catalogue')
  @Permits('everyone')
  catalogue(): Page<CatalogueView> {
    return new Page('docs/catalogue.njk', 'The catalogue', { types: describedTypes });
  }

  @Get('catalogue/:type')
  @Permits('everyone')
  type(@Param('type') name: string): Page<TypePageView> {
    const described = describedType(name);
    if (described === undefined) throw notFound();
    return new Page('docs/type.njk', typeInWords(described.type), typePage(described));
  }

  @Get(':guide')
  @Permits('everyone')
  guide(@Param('guide') name: string): Page<GuideView> {
    const guide = guideCalled(name);
    if (guide === undefined) throw notFound();
    const next = guides[guides.indexOf(guide) + 1];
    const here = examples.map((example) => ({ ...example, text: example.text.replaceAll(WRITTEN_ADDRESS, this.hub) }));
    return new Page(`docs/guides/${guide.name}.njk`, guide.title, { guide, next, hub: this.hub, examples: here, problems });
  }
}
