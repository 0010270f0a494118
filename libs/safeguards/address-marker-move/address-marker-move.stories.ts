import { corrected, flag, flagGone, held, placement, retracted, story, tenancy } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('address-marker-move', { lacks });
const old = { lines: ['27 Tanner Street'], postcode: 'S2 4KB' };
const fresh = { lines: ['11 Orchard Mews'], postcode: 'S7 1HE' };
const marker = flag('2024-01-10', { address: old });
const move = tenancy('2024-03-04', { address: fresh });
const at = (address: object, when: string, by = 'gp') => held(when, by, { people: [{ name: 'mother', details: { address } }] });

describe('When somebody with an address marker moves', () => {
  it('police have a working day to move the marker, and are told of the tenancy and no place', () => {
    told()
      .given(marker)
      .when(move)
      .thenRaises({
        to: 'police',
        class: 'act',
        due: '2024-03-05T10:00',
        about: 'mother',
        says: 'tenancy housing-t-1',
        saysNothingOf: 'Orchard',
        evidence: [move, marker],
      });
  });

  it('a new address that any agency tells of counts', () => {
    told().given(marker).when(at(fresh, '2024-03-04')).thenRaises({ to: 'police', saysNothingOf: 'Orchard' });
  });

  it('so does a place in safe accommodation, and what moves is the person, whoever else is named', () => {
    told().given(marker).when(placement('2024-03-04')).thenRaises({ to: 'police', saysNothingOf: 'S8' });
    told()
      .given(marker)
      .when(tenancy('2024-03-04', { address: fresh, people: ['child', 'mother'] }))
      .thenRaises({ to: 'police', about: 'mother' });
  });

  it('stays silent at the marked address, however it is written', () => {
    told()
      .given(marker)
      .when(tenancy('2024-03-04', { address: { lines: ['27, tanner street'], postcode: 's24kb' } }))
      .thenNothing();
    told().given(marker).when(at(old, '2024-03-04')).thenNothing();
  });

  it('stays silent without a marker, after it was removed or expired, and of another flag', () => {
    told().when(move).thenNothing();
    told()
      .given(marker, flagGone('2024-02-01', { address: old }))
      .when(move)
      .thenNothing();
    told()
      .given(flag('2024-01-10', { address: old, expiresOn: '2024-03-03' }))
      .when(move)
      .thenNothing();
    told()
      .given(flag('2024-01-10', { address: old, expiresOn: '2024-03-04' }))
      .when(move)
      .thenRaises({ to: 'police' });
    told()
      .given(flag('2024-01-10', { flag: 'weapons', address: old }))
      .when(move)
      .thenNothing();
    told()
      .given(flag('2024-01-10', { people: ['neighbour'], address: old }))
      .when(move)
      .thenNothing();
  });

  it('speaks of a move once: not again when other agencies hear of it, nor of an address from before the marker', () => {
    told().given(marker, move).when(at(fresh, '2024-03-06')).thenNothing();
    told()
      .given(marker, at(fresh, '2024-03-04'))
      .when(at(fresh, '2024-03-06', 'csc'))
      .thenNothing();
    told()
      .given(at(fresh, '2024-01-05'), marker)
      .when(at(fresh, '2024-03-06', 'csc'))
      .thenNothing();
  });

  it('a tenancy counts even after an address alone: police need its id', () => {
    told().given(marker, at(fresh, '2024-03-02')).when(move).thenRaises({ to: 'police', says: 'housing-t-1' });
  });

  it('a marker that names no address stands where the person lived', () => {
    told().given(at(old, '2024-01-05'), flag('2024-01-10')).when(move).thenRaises({ to: 'police' });
    told()
      .given(at(old, '2024-01-05'), flag('2024-01-10'))
      .when(at(old, '2024-03-04', 'csc'))
      .thenNothing();
    told()
      .given(flag('2024-01-10'))
      .when(at(old, '2024-03-04', 'csc'))
      .thenNothing();
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .given(marker)
      .when(tenancy('2024-03-04', { address: fresh, recorded: '2024-06-02' }))
      .thenRaises({ to: 'police' });
    told()
      .given(marker)
      .when(tenancy('2024-03-04', { address: fresh, recorded: '2024-06-03' }))
      .thenNothing();
  });

  it('goes to the MARAC coordinator, naming the service, where there are no police', () => {
    told(['police'])
      .given(flag('2024-01-10', { by: 'csc', address: old }))
      .when(move)
      .thenRaises({ to: 'marac', says: 'no police service' });
  });
});

describe('Police answer', () => {
  it('by a marker at the new address, or one that names none', () => {
    const moved = flag('2024-03-05', { address: fresh });
    told().given(marker, move).when(moved).thenCloses(moved, 'police');
    const unnamed = flag('2024-03-05');
    told().given(marker, move).when(unnamed).thenCloses(unnamed, 'police');
  });

  it.each([
    ['another flag', flag('2024-03-05', { flag: 'weapons' })],
    ['a marker at the old address', flag('2024-03-05', { address: old })],
    ['a marker placed before the move', flag('2024-03-01', { address: fresh, recorded: '2024-03-05' })],
    ['a marker for somebody else', flag('2024-03-05', { people: ['neighbour'], address: fresh })],
  ])('not by %s', (_what, record) => {
    told().given(marker, move).when(record).thenClosesNothing();
  });

  it('and it is withdrawn with a retraction, or a correction that removes the address', () => {
    told().given(marker, move).when(retracted(move, '2024-03-05')).thenSupersedes('police').thenNothing();
    const heardOf = at(fresh, '2024-03-04');
    told()
      .given(marker, heardOf)
      .when(corrected(heardOf, '2024-03-05', { people: [{ ref: 'gp:mother', role: 'victim' }] }))
      .thenSupersedes('police')
      .thenNothing();
  });
});
