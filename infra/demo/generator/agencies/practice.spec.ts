import { Practice } from './practice';

const YEARS = [2022, 2023, 2024, 2025, 2026];
const AGENCIES = Array.from({ length: 400 }, (_, number) => `agency-${number}`);

const slipsOf = (practice: Practice): readonly (readonly number[])[] =>
  AGENCIES.map((agency) => YEARS.map((year) => practice.slipsOf(agency, Date.UTC(year, 5, 1))));

describe('the practice of agencies', () => {
  it('lets three to eight of a hundred things slip in a good year, and twenty to forty in a weak one', () => {
    const all = slipsOf(new Practice(1)).flat();
    expect(all.filter((slips) => !(slips >= 0.03 && slips <= 0.08) && !(slips >= 0.2 && slips <= 0.4))).toEqual([]);
    const weak = all.filter((slips) => slips >= 0.2).length / all.length;
    expect(weak).toBeGreaterThan(0.08);
    expect(weak).toBeLessThan(0.22);
  });

  it('changes over the years, for some', () => {
    const turned = slipsOf(new Practice(1)).filter((years) => new Set(years.map((slips) => slips >= 0.2)).size === 2);
    expect(turned.length).toBeGreaterThan(AGENCIES.length / 20);
    expect(turned.length).toBeLessThan(AGENCIES.length / 2);
  });

  it('is the same for the same seed, whatever was asked before, and another for another', () => {
    const asked = new Practice(7);
    asked.slipsOf('police', Date.UTC(2024, 0, 1));
    const late = asked.slipsOf('police', Date.UTC(2090, 0, 1));
    expect(new Practice(7).slipsOf('police', Date.UTC(2090, 0, 1))).toBe(late);
    expect(slipsOf(asked)).toEqual(slipsOf(new Practice(7)));
    expect(slipsOf(new Practice(8))).not.toEqual(slipsOf(asked));
  });

  it('is good or weak throughout where that is asked for', () => {
    expect(Math.max(...slipsOf(new Practice(1, 'steady')).flat())).toBeLessThanOrEqual(0.08);
    expect(Math.min(...slipsOf(new Practice(1, 'weak')).flat())).toBeGreaterThanOrEqual(0.2);
  });
});
