import { acknowledgedBy, corrected, incident, programme, retracted, story } from '../engine/testing';

const told = (lacks: readonly string[] = []) => story('programme-missed', { lacks });
const harmed = incident('2024-01-10', { people: ['mother', 'ex-partner'], by: 'change' });

describe('When a programme is missed or withdrawn from', () => {
  it.each(['missed', 'withdrawn'] as const)('probation, police and the IDVA have a working day (%s)', (status) => {
    told()
      .given(harmed)
      .when(programme('2024-03-04', { status }))
      .thenRaises(
        { to: 'probation', class: 'act', due: '2024-03-05T10:00', about: 'ex-partner', says: status },
        { to: 'police' },
        { to: 'idva' },
      );
  });

  it.each(['started', 'attended', 'completed'] as const)('stays silent of one that was %s', (status) => {
    told().given(harmed).when(programme('2024-03-04', { status })).thenNothing();
  });

  it('the IDVA is told where the record names the victim, and not where none is known', () => {
    told()
      .when(programme('2024-03-04', { people: ['ex-partner', 'mother'] }))
      .thenRaises({ to: 'probation' }, { to: 'police' }, { to: 'idva' });
    told().when(programme('2024-03-04')).thenRaises({ to: 'probation' }, { to: 'police' });
  });

  it('probation is told of its own record too', () => {
    told()
      .when(programme('2024-03-04', { by: 'probation' }))
      .thenRaises({ to: 'probation' }, { to: 'police' });
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .when(programme('2024-03-04', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'probation' }, { to: 'police' });
    told()
      .when(programme('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
  });

  it('tells the MARAC coordinator which service is lacking', () => {
    told(['probation']).when(programme('2024-03-04')).thenRaises({ to: 'police' }, { to: 'marac', says: 'no probation service' });
  });
});

describe('It closes', () => {
  const missed = programme('2024-03-04');

  it('by acknowledging it', () => {
    told().given(missed).when(acknowledgedBy('police')).thenAcknowledged('police').thenOpenWith('probation');
  });

  it('with its correction or retraction, and not by attending the next time', () => {
    told()
      .given(missed)
      .when(corrected(missed, '2024-03-05', { status: 'attended' }))
      .thenSupersedes('police', 'probation')
      .thenNothing();
    told().given(missed).when(retracted(missed, '2024-03-05')).thenSupersedes('police', 'probation').thenNothing();
    told()
      .given(missed)
      .when(programme('2024-03-11', { status: 'attended' }))
      .thenClosesNothing();
  });
});
