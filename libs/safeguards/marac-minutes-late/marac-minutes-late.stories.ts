import { corrected, heard, minutes, retracted, story, type Written } from '../engine/testing';

const told = (...given: readonly Written[]) => story('marac-minutes-late').given(...given);
const meeting = heard('2024-03-07', { attended: ['police', 'idva', 'marac'] });

describe('The minutes of a MARAC meeting', () => {
  it('are due five working days after it: MARAC is to publish them, and those who attended know', () => {
    told(meeting)
      .after('2024-03-14T09:59')
      .thenNothing()
      .after('2024-03-14T10:00')
      .thenRaises(
        { to: 'marac', class: 'act', raised: '2024-03-14T10:00', due: '2024-03-14T10:00', about: 'mother', says: 'publish them' },
        { to: 'police', class: 'know', says: '2024-03-07', evidence: [meeting] },
        { to: 'idva', class: 'know' },
      );
  });

  it('wait as long as a partnership says', () => {
    story('marac-minutes-late', { thresholds: { minutesWorkingDays: 2 } })
      .given(heard('2024-03-07'))
      .after('2024-03-11')
      .thenRaises({ to: 'marac', says: '2 working days' });
  });

  it('are no matter where they are published in time, or were before the hearing was recorded', () => {
    told(meeting, minutes('2024-03-14T09:00', '2024-03-07')).after('2024-04-14').thenNothing();
    told(minutes('2024-03-08', '2024-03-07'), heard('2024-03-07', { recorded: '2024-03-11' }))
      .after('2024-04-14')
      .thenNothing();
  });

  it('are not those of another meeting', () => {
    told(meeting, minutes('2024-03-10', '2024-02-22')).after('2024-03-14').thenRaises({ to: 'marac' }, { to: 'police' }, { to: 'idva' });
  });

  it('are no matter of a hearing that comes in late', () => {
    told(heard('2024-03-07', { recorded: '2024-07-01' }))
      .after('2024-08-01')
      .thenNothing();
  });

  it('are asked of whoever stands in for a MARAC coordinator', () => {
    story('marac-minutes-late', { lacks: ['marac'] })
      .given(heard('2024-03-07', { attended: ['idva'] }))
      .after('2024-03-14')
      .thenRaises({ to: 'police', says: 'no marac service' }, { to: 'idva' });
  });
});

describe('It is answered', () => {
  it('by the minutes of that meeting', () => {
    const answer = minutes('2024-03-19', '2024-03-07');
    told(meeting)
      .after('2024-03-14')
      .when(minutes('2024-03-18', '2024-02-22'))
      .thenClosesNothing()
      .when(answer)
      .thenCloses(answer, 'marac', 'police', 'idva');
  });

  it('goes with the hearing', () => {
    told(meeting).after('2024-03-14').when(retracted(meeting, '2024-03-15')).thenSupersedes('marac', 'police', 'idva').thenNothing();
    told(meeting)
      .given(corrected(meeting, '2024-03-08', { attended: ['housing'] }))
      .after('2024-03-14')
      .thenRaises({ to: 'marac' }, { to: 'housing' });
  });
});
