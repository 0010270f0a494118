import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueMarkdown, describedSafeguard, safeguards } from './index';

describe('The catalogue of safeguards', () => {
  it('is what the safeguards in force say (npm run describe makes it anew)', () => {
    expect(readFileSync(join(__dirname, 'CATALOGUE.md'), 'utf8')).toBe(catalogueMarkdown(safeguards));
  });

  it.each(safeguards.map((safeguard) => [safeguard.id, safeguard] as const))(
    'tells of %s in plain words, and which review it is from',
    (_id, safeguard) => {
      const described = describedSafeguard(safeguard);
      for (const words of [described.watches, described.answeredBy, described.silentWhen, described.quote])
        expect(words.trim()).not.toBe('');
      expect(described.review).not.toBe(safeguard.source.seed);
      expect(described.looksAt.length).toBeGreaterThan(0);
    },
  );
});
