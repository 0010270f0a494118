import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueMarkdown, describedSafeguard, safeguards } from './index';

describe('The catalogue of safeguards', () => {
  it('is what the safeguards in force say (npm run describe makes it anew)', () => {
    expect(readFileSync(join(__dirname, 'CATALOGUE.md'), 'utf8')).toBe(catalogueMarkdown(safeguards));
  });

  it.each(safeguards.map((safeguard) => [safeguard.id, safeguard] as const))(
    'says of %s every way in which its alerts speak',
    (id, { class: loudness, otherClass }) => {
      const said = new Set([loudness, ...(otherClass === undefined ? [] : [otherClass.class])]);
      const logic = readFileSync(join(__dirname, id, `${id}.ts`), 'utf8');
      const raised = [...logic.matchAll(/'(now|act|know|tidy)' as const|\bclass: '(now|act|know|tidy)'/g)].map(
        ([, cast, plain]) => cast ?? plain,
      );
      expect(new Set(raised)).toEqual(said);
    },
  );

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
