import { allocated, corrected, retracted, sanctuaryVisit, story, tenancy } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('property-security', { lacks });

describe('When a property is allocated because of domestic abuse', () => {
  it.each([
    ['none', 'is none'],
    ['partial', 'is partial'],
    [undefined, 'has not been recorded'],
  ] as const)('housing is asked to make it secure where its suitability is %s', (sanctuarySuitability, says) => {
    told()
      .when(allocated('2024-03-01', sanctuarySuitability === undefined ? {} : { sanctuarySuitability }))
      .thenRaises({ to: 'housing', class: 'act', due: '2024-03-04T10:00', says, saysNothingOf: 'Canal' });
  });

  it('stays silent where it suits every measure, or the move has another reason', () => {
    told()
      .when(allocated('2024-03-01', { sanctuarySuitability: 'full' }))
      .thenNothing();
    told()
      .when(allocated('2024-03-01', { reason: 'other', sanctuarySuitability: 'none' }))
      .thenNothing();
  });

  it('goes to the MARAC coordinator, naming the service, where there is no housing agency', () => {
    told(['housing'])
      .when(allocated('2024-03-01', { by: 'csc' }))
      .thenRaises({ to: 'marac', says: 'no housing service' });
  });
});

describe('Housing answers', () => {
  const insecure = allocated('2024-03-01', { sanctuarySuitability: 'partial' });

  it('by a later allocation that suits every measure', () => {
    const better = allocated('2024-03-03', { sanctuarySuitability: 'full' });
    told().given(insecure).when(better).thenCloses(better, 'housing');
  });

  it('by a Sanctuary assessment', () => {
    const visit = sanctuaryVisit('2024-03-03');
    told().given(insecure).when(visit).thenCloses(visit, 'housing');
  });

  it('not by another allocation that suits only part of them: it is a matter of its own', () => {
    told()
      .given(insecure)
      .when(allocated('2024-03-03', { sanctuarySuitability: 'none' }))
      .thenClosesNothing()
      .thenRaises({ to: 'housing' })
      .thenOpenWith('housing', 'housing');
  });

  it('not by an allocation to somebody else of the household, and not by an earlier one that comes in late', () => {
    const family = { relationships: [['grandmother', 'lives-with', 'mother']] as const };
    const elsewhere = allocated('2024-03-04', { people: ['grandmother'], sanctuarySuitability: 'full', reason: 'other' });
    told()
      .given(allocated('2024-03-01', { people: ['mother', 'grandmother'], ...family }))
      .when(elsewhere)
      .thenClosesNothing();
    told()
      .given(insecure)
      .when(allocated('2024-02-20', { sanctuarySuitability: 'full', recorded: '2024-03-04' }))
      .thenClosesNothing();
  });

  it('by correcting the allocation', () => {
    told()
      .given(insecure)
      .when(corrected(insecure, '2024-03-03', { sanctuarySuitability: 'full' }))
      .thenSupersedes('housing')
      .thenNothing();
    told()
      .given(insecure)
      .when(corrected(insecure, '2024-03-03', { sanctuarySuitability: 'none' }))
      .thenSupersedes('housing')
      .thenRaises({ to: 'housing', says: 'is none', due: '2024-03-04' });
  });

  it('before a correction, which then raises nothing again', () => {
    told()
      .given(insecure, sanctuaryVisit('2024-03-03'))
      .when(corrected(insecure, '2024-03-05', { sanctuarySuitability: 'none' }))
      .thenNothing();
  });

  it('or retracts the allocation', () => {
    told().given(insecure).when(retracted(insecure, '2024-03-03')).thenSupersedes('housing').thenNothing();
  });
});

describe('A Sanctuary assessment under a reference that nothing else joins', () => {
  it('answers by the tenancy that it names', () => {
    const visit = sanctuaryVisit('2024-03-04', { people: [{ name: 'mother', details: 'none' }] });
    told()
      .given(allocated('2024-03-01', { sanctuarySuitability: 'partial' }), tenancy('2024-03-02'))
      .when(visit)
      .thenCloses(visit, 'housing');
  });
});
