import { Get, Param } from '@nestjs/common';
import { Problem } from '@throughline/platform';
import { type DescribedSafeguard, describedSafeguard, safeguards } from '@throughline/safeguards';
import { Permits } from '../entering/page-guard';
import { Page } from '../rendering/page';
import { Pages } from '../rendering/pages';
import { sentence, typeInWords } from '../words/codes';

interface SafeguardView extends DescribedSafeguard {
  /** The types in words; of a safeguard that looks at everything, none. */
  readonly types: readonly string[];
}

const described = safeguards.map(describedSafeguard);

/** A safeguard's name in words: `marac-referral-due` is `Marac referral due`. */
const titleOf = (id: string): string =>
  sentence(id.replaceAll('-', ' ')).replaceAll(/\b(marac|dash|mash|idva)\b/gi, (word) => word.toUpperCase());

/** More types than these are all of them. */
const FEW = 25;

/** What the hub watches for, for anybody: it holds nothing of anybody, and those whom it protects may ask what it does. */
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
  one(@Param('id') id: string): Page<SafeguardView> {
    const found = described.find((one) => one.id === id);
    const safeguard = safeguards.find((one) => one.id === id);
    if (found === undefined || safeguard === undefined) throw new Problem(404, 'there is no such page');
    const types = safeguard.on.length > FEW ? [] : safeguard.on.map(({ type }) => typeInWords(type));
    return new Page('safeguards/safeguard.njk', titleOf(id), { ...found, types });
  }
}
