import { corrected, incident, outcome, retracted, story } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('protection-notice-not-considered', { lacks });
const nothing = outcome('2024-03-04');
const given = { considered: true, applied: true };

describe('When police take no further action', () => {
  it('and no protection notice was considered, police have a working day to', () => {
    told()
      .given(incident('2024-03-01'))
      .when(nothing)
      .thenRaises({ to: 'police', class: 'act', due: '2024-03-05T10:00', says: 'was considered: consider one' });
    told()
      .when(outcome('2024-03-04', { protectionNotice: { considered: false, justification: 'Busy' } }))
      .thenRaises({ to: 'police', says: 'consider one' });
  });

  it('and none was given and nobody says why, police say why', () => {
    told()
      .when(outcome('2024-03-04', { protectionNotice: { considered: true } }))
      .thenRaises({ to: 'police', says: 'record why not' });
    told()
      .when(
        outcome('2024-03-04', { protectionNotice: { considered: true, applied: false, justification: '' }, justification: 'No evidence' }),
      )
      .thenRaises({ to: 'police', says: 'record why not' });
  });

  it('stays silent where one was given, or the reason is there', () => {
    told()
      .when(outcome('2024-03-04', { protectionNotice: given }))
      .thenNothing();
    told()
      .when(outcome('2024-03-04', { protectionNotice: { considered: true, applied: false, justification: 'He is in custody' } }))
      .thenNothing();
  });

  it.each(['charged', 'cautioned', 'community-resolution', 'ongoing'] as const)('stays silent of any other outcome: %s', (other) => {
    told()
      .when(outcome('2024-03-04', { outcome: other }))
      .thenNothing();
  });

  it('stays silent of what police say was no domestic abuse', () => {
    told()
      .when(outcome('2024-03-04', { domesticAbuse: false }))
      .thenNothing();
    told()
      .given(incident('2024-03-01', { incidentNumber: 'police-i-1', domesticAbuse: false }))
      .when(nothing)
      .thenNothing();
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .when(outcome('2024-03-04', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'police' });
    told()
      .when(outcome('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
  });

  it('goes to the MARAC coordinator, naming the service, where there are no police', () => {
    told(['police'])
      .when(outcome('2024-03-04', { by: 'csc' }))
      .thenRaises({ to: 'marac', says: 'no police service' });
  });
});

describe('It is answered', () => {
  it('by a corrected outcome', () => {
    told()
      .given(nothing)
      .when(corrected(nothing, '2024-03-05', { protectionNotice: given }))
      .thenSupersedes('police')
      .thenNothing();
    told()
      .given(nothing)
      .when(corrected(nothing, '2024-03-05', { protectionNotice: { considered: true } }))
      .thenSupersedes('police')
      .thenRaises({ to: 'police', says: 'record why not', due: '2024-03-06' });
    told().given(nothing).when(retracted(nothing, '2024-03-05')).thenSupersedes('police').thenNothing();
  });

  it('by a new outcome of this incident that leaves nothing open, and of no other', () => {
    const again = outcome('2024-03-05', { protectionNotice: given });
    told().given(nothing).when(again).thenCloses(again, 'police');
    told()
      .given(nothing)
      .when(outcome('2024-03-05', { protectionNotice: given, incidentNumber: 'police-i-2' }))
      .thenClosesNothing();
    told()
      .given(nothing)
      .when(outcome('2024-03-05', { outcome: 'ongoing' }))
      .thenClosesNothing();
  });
});
