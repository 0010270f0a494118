import { type Pathway, pathwayOf } from './pathways';

const pathway = (title: string, ...safeguards: readonly string[]): Pathway => ({ safeguards, title, text: title });

describe('The pathway of a safeguard', () => {
  const pathways = [
    pathway('everything else', '*'),
    pathway('to MARAC', 'marac-*', 'many-perpetrators'),
    pathway('transfers', 'marac-transfer-*', 'transfer-not-listed'),
    pathway('minutes', 'marac-minutes-late'),
  ];
  const titleFor = (safeguard: string): string | undefined => pathwayOf({ pathways }, safeguard)?.title;

  it('is the one that names it, before the one that names its family, before the one for all', () => {
    expect(titleFor('marac-minutes-late')).toBe('minutes');
    expect(titleFor('marac-repeat')).toBe('to MARAC');
    expect(titleFor('many-perpetrators')).toBe('to MARAC');
    expect(titleFor('order-breached')).toBe('everything else');
  });

  it('is that of the nearer family', () => {
    expect(titleFor('marac-transfer-due')).toBe('transfers');
  });

  it('is none where the partnership wrote none', () => {
    expect(pathwayOf({}, 'marac-repeat')).toBeUndefined();
    expect(pathwayOf({ pathways: pathways.slice(1) }, 'order-breached')).toBeUndefined();
  });
});
