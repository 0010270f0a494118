import { corrected, heard, listed, referral, retracted, story, transferIn, type Written } from '../engine/testing';

const told = (...given: readonly Written[]) => story('transfer-not-listed').given(...given);
const came = transferIn('2024-03-04');

describe('A case that comes from another MARAC', () => {
  it('is to be listed within ten working days', () => {
    told(came)
      .after('2024-03-18T09:59')
      .thenNothing()
      .after('2024-03-18T10:00')
      .thenRaises({ to: 'marac', class: 'act', raised: '2024-03-18T10:00', due: '2024-03-18T10:00', about: 'mother', evidence: [came] });
  });

  it('waits as long as a partnership says', () => {
    story('transfer-not-listed', { thresholds: { listTransferWorkingDays: 5 } })
      .given(came)
      .after('2024-03-11')
      .thenRaises({ to: 'marac' });
  });

  it('is silent where it is listed or heard in that time, or was listed already', () => {
    told(came, listed('2024-03-15', { meetingOn: '2024-03-21' }))
      .after('2024-05-18')
      .thenNothing();
    told(came, heard('2024-03-07')).after('2024-05-18').thenNothing();
    told(listed('2024-03-01', { meetingOn: '2024-03-07' }), came)
      .after('2024-05-18')
      .thenNothing();
  });

  it('is not silenced by a meeting of before, nor by a listing about somebody else', () => {
    told(heard('2024-02-01'), came).after('2024-03-18').thenRaises({ to: 'marac' });
    told(came, listed('2024-03-15', { people: ['neighbour', { name: 'mother', role: 'person-posing-risk' }], meetingOn: '2024-03-21' }))
      .after('2024-03-18')
      .thenRaises({ to: 'marac' });
  });

  it('is silent of a transfer that comes in late', () => {
    told(transferIn('2024-03-04', { recorded: '2024-07-01' }))
      .after('2024-09-01')
      .thenNothing();
  });

  it('reaches whoever stands in for a MARAC coordinator', () => {
    story('transfer-not-listed', { lacks: ['marac'] })
      .given(transferIn('2024-03-04', { by: 'police' }))
      .after('2024-03-18')
      .thenRaises({ to: 'police', says: 'no marac service' });
  });
});

describe('It is answered', () => {
  it('by the listing, not by a referral or a listing of before', () => {
    const answer = listed('2024-03-20', { meetingOn: '2024-04-04' });
    told(came)
      .after('2024-03-18')
      .when(referral('2024-03-19', 'marac'))
      .thenClosesNothing()
      .when(listed('2024-02-01', { meetingOn: '2024-02-15', recorded: '2024-03-19' }))
      .thenClosesNothing()
      .when(answer)
      .thenCloses(answer, 'marac');
  });

  it('goes with the transfer', () => {
    told(came).after('2024-03-18').when(retracted(came, '2024-03-19')).thenSupersedes('marac').thenNothing();
    told(came)
      .after('2024-03-18')
      .when(corrected(came, '2024-03-19', { timesHeard: 3 }))
      .thenSupersedes('marac')
      .thenRaises({ to: 'marac' });
  });
});
