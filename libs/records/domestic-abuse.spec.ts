import { catalogue, type CommonData, isDomesticAbuseRecord, type RecordType, shortType } from '.';

const definitions: readonly RecordType[] = catalogue;
const people: CommonData['people'] = [{ ref: '#1', role: 'victim' }];

const judged = (type: string, data: object = {}): boolean => isDomesticAbuseRecord(`throughline.${type}.v1`, { people, ...data });

describe('a domestic abuse record', () => {
  test('is any record that says so, and a police incident that does not deny it', () => {
    expect(definitions.filter(({ type }) => !isDomesticAbuseRecord(type, { people, domesticAbuse: true }))).toEqual([]);
    expect(judged('police.incident-recorded')).toBe(true);
    expect(judged('police.incident-recorded', { domesticAbuse: false })).toBe(false);
  });

  test('is known by its type alone for some types, and no others', () => {
    const alone = definitions.map(({ type }) => shortType(type)).filter((type) => judged(type));
    expect(alone.filter((type) => !/^(risk|marac)\./.test(type)).sort()).toEqual([
      ...['abuse.disclosed', 'health.disclosure-recorded', 'housing.safe-accommodation-placed', 'housing.sanctuary-assessed'],
      ...['justice.order-breached', 'justice.protection-order-recorded', 'police.incident-recorded', 'safety-plan.agreed'],
    ]);
  });

  test.each([
    ['referral.made', { service: 'marac' }, { service: 'mash' }],
    ['referral.made', { service: 'idva' }, { service: 'police' }],
    ['case.opened', { service: 'specialist-da' }, { service: 'marac' }],
    ['engagement.contact-recorded', { service: 'refuge' }, { service: 'housing' }],
    ['involvement.started', { service: 'sanctuary' }, { service: 'education' }],
    ['housing.homelessness-application-made', { reason: 'domestic-abuse' }, { reason: 'other' }],
    ['housing.property-allocated', { reason: 'domestic-abuse' }, { reason: 'other' }],
    ['housing.tenancy-started', { reason: 'rehoused-domestic-abuse' }, { reason: 'other' }],
    ['social-care.assessment-completed', { domesticAbuseStatus: 'historic' }, { domesticAbuseStatus: 'none' }],
    ['social-care.assessment-completed', { domesticAbuseStatus: 'ongoing' }, {}],
  ])('is told from others by what %s says', (type, abuse, other) => {
    expect(judged(type, abuse)).toBe(true);
    expect(judged(type, other)).toBe(false);
  });
});
