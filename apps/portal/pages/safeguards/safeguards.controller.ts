import { Get, Param, Req } from '@nestjs/common';
import type { AlertPathway } from '@throughline/alerts';
import { Problem } from '@throughline/platform';
import { type DescribedSafeguard, describedSafeguard, safeguards } from '@throughline/safeguards';
import { pathwayShown } from '../../api/reading/alert-shown';
import { Permits } from '../entering/page-guard';
import type { PageRequest } from '../entering/visitor';
import { Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { sentence, typeInWords } from '../words/codes';

interface SafeguardView extends DescribedSafeguard {
  /** The types in words; of a safeguard that looks at everything, none. */
  readonly types: readonly string[];
  /** What the partnership of whoever is signed in wrote for it, and how that partnership is called. */
  readonly pathway: AlertPathway | null;
  readonly partnership: string | undefined;
}

const described = safeguards.map(describedSafeguard);

/** A safeguard's name in words: `marac-referral-due` is `Marac referral due`. */
const titleOf = (id: string): string =>
  sentence(id.replaceAll('-', ' ')).replaceAll(/\b(marac|dash|mash|idva)\b/gi, (word) => word.toUpperCase());

/** More types than these are all of them. */
const FEW = 25;

/**
 * What the hub watches for, for anybody: it holds nothing of anybody, and those whom it protects may ask what it does. What a partnership
 * wrote for its own workers is for those who are signed in.
 */
@Pages('safeguards')
export class SafeguardsController {
  @Get()
  @Permits('everyone')
  all(): Page<{ readonly safeguards: readonly (DescribedSafeguard & { readonly title: string })[] }> {
    return new Page('safeguards/safeguards.njk', 'What the hub watches for', {
      safeguards: described.map((one) => ({ ...one, title: titleOf(one.id) })),
    });
  }

  @Get(':id')
  @Permits('everyone')
  one(@Param('id') id: string, @Req() { visitor }: PageRequest): Page<SafeguardView> {
    const found = described.find((one) => one.id === id);
    const safeguard = safeguards.find((one) => one.id === id);
    if (found === undefined || safeguard === undefined) throw new Problem(404, 'there is no such page');
    const types = safeguard.on.length > FEW ? [] : safeguard.on.map(({ type }) => typeInWords(type));
    return new Page('safeguards/safeguard.njk', titleOf(id), {
      ...found,
      types,
      pathway: pathwayShown(visitor?.settings, id),
      partnership: visitor?.settings.name,
    });
  }
}
