import {
  acknowledgedBy,
  childNotification,
  corrected,
  decision,
  incident,
  type Name,
  referral,
  referralId,
  retracted,
  story,
} from '../engine/testing';

const told = () => story('repeat-social-care-referral');
const child = { people: ['child', 'mother'], relationships: [['mother', 'parent-of', 'child']] } as const;
const sibling = { people: ['sibling', 'mother'], relationships: [['mother', 'parent-of', 'sibling']] } as const;
const csc = 'childrens-social-care';
const first = referral('2023-10-02', csc, { ...referralId(1), ...child });
const second = referral('2024-03-04', csc, { ...referralId(2), ...child });
const both = [{ to: 'mash', class: 'act', due: '2024-03-05T10:00' } as const, { to: 'csc', due: '2024-03-05T10:00' } as const];

describe('When a child is referred a second time in twelve months', () => {
  it('MASH and children’s social care have a working day', () => {
    told()
      .given(first)
      .when(second)
      .thenRaises(...both);
    told()
      .given(first)
      .when(second)
      .thenRaises({ to: 'mash', evidence: [second, first], about: 'child', says: 'referral 2' }, { to: 'csc' });
  });

  it('whoever refers, to whichever of the two, and whatever became of the first', () => {
    told()
      .given(first, decision('2023-10-03', 'csc', { ...referralId(1), ...child }))
      .when(referral('2024-03-04', 'mash', { by: 'gp', ...referralId(2), ...child }))
      .thenRaises(...both);
  });

  it('a sibling counts, with the mother between them', () => {
    told()
      .given(first)
      .when(referral('2024-03-04', csc, { ...referralId(2), ...sibling }))
      .thenRaises(...both);
  });

  it('a referral of the mother without the children’s names is about them', () => {
    told()
      .given(first)
      .when(referral('2024-03-04', csc, { ...referralId(2), people: ['mother'] }))
      .thenRaises(...both);
  });

  it('counts back twelve months, and not one day more', () => {
    const earlier = (when: string) => referral(when, csc, { ...referralId(1), ...child });
    told().given(earlier('2023-03-04')).when(second).thenNothing();
    told()
      .given(earlier('2023-03-05'))
      .when(second)
      .thenRaises(...both);
  });

  it('a third is told as well', () => {
    told()
      .given(first, second)
      .when(referral('2024-04-03', csc, { ...referralId(3), ...child }))
      .thenRaises({ to: 'mash', says: 'referral 3' }, { to: 'csc' });
  });

  it('goes to the MARAC coordinator where there is no MASH', () => {
    story('repeat-social-care-referral', { lacks: ['mash'] })
      .given(first)
      .when(second)
      .thenRaises({ to: 'marac', service: 'mash' }, { to: 'csc' });
  });

  it.each([
    ['is the first', [], second],
    ['is to another service', [first], referral('2024-03-04', 'housing', { ...referralId(2), ...child })],
    ['is about another family', [first], referral('2024-03-04', csc, { ...referralId(2), people: ['neighbour'] as readonly Name[] })],
    [
      'has been decided already',
      [first, decision('2024-03-04T12:00', 'csc', { ...referralId(2), ...child })],
      referral('2024-03-04', csc, { ...referralId(2), ...child, recorded: '2024-03-04T13:00' }),
    ],
    ['was made more than 90 days before', [first], referral('2024-03-04', csc, { ...referralId(2), ...child, recorded: '2024-06-03' })],
  ] as const)('is silent about one that %s', (_what, given, record) => {
    told()
      .given(...given)
      .when(record)
      .thenNothing();
  });
});

describe('One referral is not two', () => {
  const toMash = referral('2024-03-01', 'mash', { ...referralId(1), ...child });
  const onward = referral('2024-03-04', csc, { by: 'mash', ...referralId(2), ...child });

  it('when MASH passes it on to children’s social care', () => {
    told().given(toMash).when(onward).thenNothing();
    told()
      .given(toMash, decision('2024-03-04T09:00', 'mash', { ...referralId(1), outcome: 'referred-on', ...child }))
      .when(onward)
      .thenNothing();
    told()
      .given(toMash, onward)
      .when(referral('2024-03-04T12:00', csc, { by: 'mash', ...referralId(3), ...sibling }))
      .thenNothing();
  });

  it('but it is, when MASH refers again later, or after it had turned the first away, or for a notification of its own', () => {
    told()
      .given(toMash, onward)
      .when(referral('2024-03-20', csc, { by: 'mash', ...referralId(3), ...child }))
      .thenRaises({ to: 'mash' }, { to: 'csc' });
    told()
      .given(toMash, decision('2024-03-01T12:00', 'mash', { ...referralId(1), outcome: 'no-further-action', ...child }))
      .when(onward)
      .thenRaises({ to: 'mash' }, { to: 'csc' });
    told()
      .given(toMash)
      .when(referral('2024-03-04', csc, { by: 'mash', ...referralId(2), notificationNumber: 'police-n-2', ...child }))
      .thenRaises({ to: 'mash' }, { to: 'csc' });
  });

  it('and a repeat that is passed on is told once', () => {
    told().given(first, toMash).when(onward).thenNothing().thenOpenWith('mash', 'csc');
  });

  it('when both are about one incident, by its number or its notification', () => {
    const of = (number: number, when: string, more: object) =>
      referral(when, csc, { by: number === 1 ? 'police' : 'gp', ...referralId(number), ...child, ...more });
    told()
      .given(of(1, '2024-03-01', { incidentNumber: 'police-7' }))
      .when(of(2, '2024-03-04', { incidentNumber: 'police-7' }))
      .thenNothing();
    told()
      .given(childNotification('2024-03-01', 'police-n-1', 'police-7', child), of(1, '2024-03-01', { notificationNumber: 'police-n-1' }))
      .when(of(2, '2024-03-04', { incidentNumber: 'police-7' }))
      .thenNothing();
    told()
      .given(of(1, '2024-03-01', { incidentNumber: 'police-7' }))
      .when(of(2, '2024-03-04', { incidentNumber: 'police-8' }))
      .thenRaises({ to: 'mash' }, { to: 'csc' });
  });

  it('when the two numbers are of one day, plus or minus one', () => {
    const happened = (when: string, incidentNumber: string) => incident(when, { incidentNumber, people: ['mother', 'child'] });
    const of = (number: number, incidentNumber: string) =>
      referral(`2024-03-0${number}`, csc, { ...referralId(number), incidentNumber, ...child });
    told()
      .given(happened('2024-02-20', 'police-7'), happened('2024-02-21', 'police-8'), of(1, 'police-7'))
      .when(of(4, 'police-8'))
      .thenNothing();
    told()
      .given(happened('2024-02-20', 'police-7'), happened('2024-02-22', 'police-8'), of(1, 'police-7'))
      .when(of(4, 'police-8'))
      .thenRaises({ to: 'mash' }, { to: 'csc' });
  });
});

describe('It is answered', () => {
  it('by a decision on it, not by one on another, nor by acknowledging', () => {
    const decided = decision('2024-03-06', 'csc', { ...referralId(2), ...child });
    told()
      .given(first, second)
      .when(decision('2024-03-05', 'csc', { ...referralId(1), ...child }), acknowledgedBy('csc'))
      .thenClosesNothing()
      .when(decided)
      .thenCloses(decided, 'mash', 'csc');
  });

  it('or goes with either referral', () => {
    told().given(first, second).when(retracted(second, '2024-03-05')).thenSupersedes('mash', 'csc').thenNothing();
    told().given(first, second).when(retracted(first, '2024-03-05')).thenSupersedes('mash', 'csc').thenNothing();
    told()
      .given(first, second)
      .when(corrected(second, '2024-03-05', { service: 'housing' }))
      .thenSupersedes('mash', 'csc')
      .thenNothing();
  });
});

describe('A referral that comes in after a later one', () => {
  it('makes it the second all the same', () => {
    const later = referral('2024-03-04', 'mash', { people: ['child'] });
    const earlier = referral('2024-02-01', 'mash', { by: 'gp', referralId: 'gp-1', people: ['child'], recorded: '2024-03-06' });
    story('repeat-social-care-referral')
      .given(later)
      .when(earlier)
      .thenRaises({ to: 'mash', evidence: [earlier, later] }, { to: 'csc' });
    story('repeat-social-care-referral')
      .given(later)
      .when(referral('2024-02-01', 'idva', { by: 'gp', referralId: 'gp-1', people: ['child'], recorded: '2024-03-06' }))
      .thenNothing();
  });
});
