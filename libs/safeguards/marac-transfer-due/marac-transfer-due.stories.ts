import {
  corrected,
  heard,
  held,
  incident,
  type Named,
  placement,
  referral,
  retracted,
  story,
  tenancy,
  transferIn,
  transferOut,
  type Written,
} from '../engine/testing';

const told = (...given: readonly Written[]) => story('marac-transfer-due').given(...given);
const at = (postcode: string | undefined, more: object = {}): Named => ({
  name: 'mother',
  details: { address: { lines: ['7 Quay Road'], ...(postcode === undefined ? {} : { postcode }), ...more } },
});
const lives = (when: string, postcode: string | undefined, by = 'gp', more: object = {}) =>
  held(when, by, { people: [at(postcode, more)] });
const hearing = heard('2024-01-18', { people: ['mother', 'ex-partner'] });

describe('Somebody whom MARAC heard and who moves away', () => {
  it('is passed on to the MARAC of the new area', () => {
    const moved = lives('2024-03-04', 'SE10 8EW');
    told(hearing)
      .when(moved)
      .thenRaises({
        to: 'marac',
        class: 'act',
        due: '2024-03-05T10:00',
        about: 'mother',
        evidence: [moved, hearing],
        saysNothingOf: 'SE10',
      });
  });

  it.each([
    ['in safe accommodation', placement('2024-03-04', { address: { lines: ['Refuge'], postcode: 'SE9 1AA', sensitive: true } })],
    ['in a new tenancy', tenancy('2024-03-04', { address: { lines: ['2 Elm Row'], postcode: 'SE9 1AA' } })],
    ['in another country', lives('2024-03-04', '75001')],
    ['where another record says so', incident('2024-03-04', { people: [at('SE9 1AA')] })],
  ] as const)('whether it is %s', (_what, moved) => {
    told(hearing).when(moved).thenRaises({ to: 'marac' });
  });

  it.each([
    ['inside the partnership', lives('2024-03-04', 's1 2ab')],
    ['in no place that a postcode tells', lives('2024-03-04', undefined)],
    ['nowhere that is fixed', lives('2024-03-04', 'ZZ99 3VZ')],
    ['where they no longer are', lives('2024-03-04', 'SE10 8EW', 'gp', { to: '2024-02-01' })],
  ] as const)('is not where the address lies %s', (_what, record) => {
    told(hearing).when(record).thenNothing();
  });

  it('is told once: an address that another agency holds already is not new', () => {
    told(hearing, lives('2024-03-04', 'SE10 8EW'))
      .when(lives('2024-03-06', 'SE108EW', 'housing'))
      .thenNothing();
    told(lives('2023-12-04', 'SE10 8EW'), hearing)
      .when(lives('2024-03-06', 'SE10 8EW', 'housing'))
      .thenNothing();
  });

  it('was heard within twelve months before', () => {
    told(hearing).when(lives('2025-01-17', 'SE10 8EW')).thenRaises({ to: 'marac' });
    told(hearing).when(lives('2025-01-18T10:00', 'SE10 8EW')).thenNothing();
    told().when(lives('2024-03-04', 'SE10 8EW')).thenNothing();
    told(heard('2024-03-21'))
      .when(lives('2024-03-04', 'SE10 8EW', 'gp'))
      .thenNothing();
  });

  it('is not the person posing risk', () => {
    const away: Named = { name: 'ex-partner', details: { address: { lines: ['1 Far Lane'], postcode: 'SE10 8EW' } } };
    told(hearing)
      .when(held('2024-03-04', 'probation', { people: [away] }))
      .thenNothing();
  });

  it('is not told again after the case was passed on', () => {
    told(hearing, transferOut('2024-03-01')).when(lives('2024-03-04', 'SE10 8EW')).thenNothing();
    told(transferOut('2023-12-01'), hearing).when(lives('2024-03-04', 'SE10 8EW')).thenRaises({ to: 'marac' });
    const toItself = transferOut('2024-03-01', { toPartnership: 'northgate' });
    told(hearing, toItself).when(lives('2024-03-04', 'SE10 8EW')).thenRaises({ to: 'marac' });
  });

  it('is not told of a record that comes in late', () => {
    const people = [at('SE10 8EW')];
    told(hearing)
      .when(held('2024-03-04', 'gp', { people, recorded: '2024-07-01' }))
      .thenNothing();
  });
});

describe('A referral that names the MARAC of another area', () => {
  const named = (where: string) => ({ maracHistory: { status: 'heard', where, times: 5 } }) as const;

  it('makes MARAC ask for the transfer', () => {
    const made = referral('2024-03-04', 'specialist-da', named('Riverside'));
    told()
      .when(made)
      .thenRaises({ to: 'marac', due: '2024-03-05T10:00', about: 'mother', evidence: [made], saysNothingOf: 'Riverside' });
  });

  it.each(['Northgate', 'north gate', ' '])('is none where it names this one, or nothing: %j', (where) => {
    told()
      .when(referral('2024-03-04', 'specialist-da', named(where)))
      .thenNothing();
  });

  it('is none where it does not say, or a transfer has come', () => {
    told()
      .when(referral('2024-03-04', 'specialist-da', { maracHistory: { status: 'heard' } }))
      .thenNothing();
    told(transferIn('2024-02-01'))
      .when(referral('2024-03-04', 'specialist-da', named('Riverside')))
      .thenNothing();
  });

  it('follows what a correction says', () => {
    const made = referral('2024-03-04', 'specialist-da', named('Riverside'));
    told(made)
      .when(corrected(made, '2024-03-05', named('Northgate')))
      .thenSupersedes('marac')
      .thenNothing();
    const silent = referral('2024-03-04', 'specialist-da');
    told(silent)
      .when(corrected(silent, '2024-03-05', named('Riverside')))
      .thenRaises({ to: 'marac' });
  });
});

describe('It is answered', () => {
  const moved = lives('2024-03-04', 'SE10 8EW');

  it('by a transfer, in either direction', () => {
    const [out, into] = [transferOut('2024-03-05'), transferIn('2024-03-05')];
    told(hearing, moved).when(out).thenCloses(out, 'marac');
    told(hearing, moved).when(into).thenCloses(into, 'marac');
  });

  it('not by one of before, nor about somebody else, nor by one that goes nowhere', () => {
    told(hearing, moved)
      .when(transferOut('2023-03-05', { recorded: '2024-03-05' }))
      .thenClosesNothing()
      .when(transferOut('2024-03-05', { toPartnership: 'northgate' }))
      .thenClosesNothing()
      .when(transferOut('2024-03-05', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }] }))
      .thenClosesNothing();
  });

  it('goes with the address, and with the hearing', () => {
    told(hearing, moved).when(retracted(moved, '2024-03-05')).thenSupersedes('marac').thenNothing();
    told(hearing, moved).when(retracted(hearing, '2024-03-05')).thenSupersedes('marac').thenNothing();
  });
});

describe('A hearing that comes in after the new address', () => {
  const away = (when: string) =>
    held(when, 'gp', { people: [{ name: 'mother', details: { address: { lines: ['9 Far Street'], postcode: 'LS1 4AB' } } }] });

  it('is transferred too', () => {
    const [moved, hearing] = [away('2024-03-04'), heard('2024-02-29', { recorded: '2024-03-06' })];
    story('marac-transfer-due')
      .given(moved)
      .when(hearing)
      .thenRaises({ to: 'marac', about: 'mother', evidence: [hearing, moved] });
    story('marac-transfer-due').given(moved, transferOut('2024-03-05')).when(hearing).thenNothing();
    story('marac-transfer-due').given(away('2024-02-01')).when(heard('2024-02-29')).thenNothing();
  });
});
