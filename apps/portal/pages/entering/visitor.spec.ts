import { defaultThresholds, type Settings } from '@throughline/projections';
import type { Practitioner } from '../../session/practitioner';
import { visitorOf } from './visitor';

const northgate: Settings = {
  code: 'northgate',
  name: 'Northgate',
  number: 1,
  agencies: [{ code: 'idva', kind: 'idva', name: 'Northgate IDVA service' }],
  postcodes: [],
  schoolHolidays: [],
  thresholds: defaultThresholds,
};
const known = { of: (partnership: string) => (partnership === 'northgate' ? northgate : undefined) };

const bethan: Practitioner = {
  issuer: 'https://id.test',
  subject: 'bethan.price',
  name: 'Bethan Price',
  role: 'practitioner',
  agency: 'idva',
  partnership: 'northgate',
  signedInAt: 0,
};
const eleanor: Practitioner = {
  issuer: 'https://id.test',
  subject: 'eleanor.finch',
  name: 'Eleanor Finch',
  role: 'auditor',
  partnership: 'northgate',
  signedInAt: 0,
};

describe('Whoever signs in', () => {
  it('reads in the name of their agency, known by issuer and subject', () => {
    const visitor = visitorOf(bethan, known);
    expect(visitor?.actor).toMatchObject({
      id: 'https://id.test#bethan.price',
      agency: 'idva',
      partnerships: ['northgate'],
      scopes: new Set(),
    });
    expect(visitor?.place).toBe('Northgate IDVA service');
    expect(visitor?.permissions.has('work-alerts')).toBe(true);
  });

  it('reads everything as an auditor, who has no agency and no alerts of their own', () => {
    const visitor = visitorOf(eleanor, known);
    expect(visitor?.actor.scopes).toEqual(new Set(['audit:read']));
    expect(visitor?.permissions.has('read-people')).toBe(true);
    expect(visitor?.permissions.has('work-alerts')).toBe(false);
  });

  it('sees as whoever runs the hub what does not arrive, and reads of nobody', () => {
    const operator = visitorOf({ ...eleanor, role: 'operator' }, known);
    expect(operator?.actor).toMatchObject({ partnerships: ['northgate'], scopes: new Set() });
    expect(operator?.actor.agency).toBeUndefined();
    expect([...(operator?.permissions ?? [])]).toEqual(['everyone', 'signed-in', 'see-deliveries', 'mend-deliveries']);
    expect(visitorOf({ ...bethan, role: 'operator' }, known)?.permissions.has('see-deliveries')).toBe(false);
  });

  it('is nobody where the partnership does not list the agency, or is not known', () => {
    expect(visitorOf({ ...bethan, agency: 'elsewhere' }, known)).toBeUndefined();
    expect(visitorOf({ ...bethan, partnership: 'southgate' }, known)).toBeUndefined();
    const { agency: _none, ...without } = bethan;
    expect(visitorOf(without, known)).toBeUndefined();
  });

  it('may do nothing with a role that nobody defined, not even with the name of a property', () => {
    for (const role of ['owner', 'constructor', '__proto__', '']) {
      expect(visitorOf({ ...bethan, role }, known)?.permissions.has('read-people')).toBe(false);
    }
    expect(visitorOf({ ...bethan, role: 'auditor' }, known)?.permissions.has('read-people')).toBe(false);
    expect(visitorOf({ ...bethan, role: 'auditor' }, known)?.actor.scopes.has('audit:read')).toBe(false);
  });
});
