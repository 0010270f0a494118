import {
  assessment,
  breach,
  charge,
  concluded,
  corrected,
  heard,
  held,
  incident,
  outcome,
  retracted,
  started,
  story,
  summaryExported,
} from '../engine/testing';

const told = (lacks: readonly string[] = ['cps']) => story('court-summary-incomplete', { lacks });
const charged = charge('2024-03-04');

describe('When somebody is charged', () => {
  it('police and prosecutors have two working days to give the court a case summary', () => {
    told()
      .when(charged)
      .thenRaises(
        {
          to: 'police',
          class: 'act',
          about: 'mother',
          due: '2024-03-06T10:00',
          says: 'no case summary has been exported',
          evidence: [charged],
        },
        { to: 'marac', service: 'cps', says: 'no cps service' },
      );
  });

  it('a charge that names no victim is about those of its incident', () => {
    told()
      .given(incident('2024-03-01', { incidentNumber: 'police-i-1', people: ['mother', 'ex-partner'] }))
      .when(charge('2024-03-04', { people: ['ex-partner'] }))
      .thenRaises({ to: 'police', about: 'mother' }, { to: 'marac' });
  });

  it('stays silent of any other outcome, and where nobody is charged', () => {
    told().when(outcome('2024-03-04')).thenNothing();
    told()
      .when(outcome('2024-03-04', { outcome: 'ongoing' }))
      .thenNothing();
    told()
      .given(outcome('2024-03-01'))
      .when(assessment('2024-03-04', { level: 'high' }))
      .thenNothing();
  });

  it('is never open twice', () => {
    told().given(charged).when(heard('2024-03-21')).thenNothing();
  });

  it('stays silent where it is recorded more than 90 days late', () => {
    told()
      .when(charge('2024-03-04', { recorded: '2024-06-02' }))
      .thenRaises({ to: 'police' }, { to: 'marac' });
    told()
      .when(charge('2024-03-04', { recorded: '2024-06-03' }))
      .thenNothing();
  });
});

describe('When something happens after the charge', () => {
  // Recorded too late to be asked about, the charge still stands in the file: what comes after it is asked about by itself.
  const late = charge('2024-01-04', { recorded: '2024-05-01' });

  it.each([
    ['a level', assessment('2024-05-02', { level: 'high' })],
    ['a hearing', heard('2024-05-02')],
    ['a breach', breach('2024-05-02')],
    ['an incident', incident('2024-05-02')],
  ])('%s is missing from the summary', (_what, news) => {
    told()
      .given(late)
      .when(news)
      .thenRaises({ to: 'police', about: 'mother', says: 'that no exported case summary holds', evidence: [news, late] }, { to: 'marac' });
  });

  it('what happened before the charge does not count, nor a call-out that was no domestic abuse', () => {
    told()
      .given(charge('2024-03-04', { recorded: '2024-06-10' }))
      .when(incident('2024-03-03', { recorded: '2024-05-20' }))
      .thenNothing();
    told()
      .given(late)
      .when(incident('2024-05-02', { domesticAbuse: false }))
      .thenNothing();
  });

  it('until the case is concluded', () => {
    told().given(late, concluded('2024-05-01T12:00')).when(incident('2024-05-02')).thenNothing();
  });

  it('the end of a case against somebody else ends nothing', () => {
    told()
      .given(late, concluded('2024-05-01T12:00', { people: ['mother', 'new partner'] }))
      .when(incident('2024-05-02'))
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });
});

describe('It closes', () => {
  it('with the end of the case in court', () => {
    const over = concluded('2024-04-01');
    told().given(charged).when(over).thenCloses(over, 'police', 'marac');
  });

  it('not with the end of another', () => {
    told()
      .given(charged)
      .when(concluded('2024-04-01', { people: ['mother', 'new partner'] }))
      .thenClosesNothing();
  });

  it('and after that speaks of the next charge, at most weekly', () => {
    const next = { incidentNumber: 'police-i-2' };
    told()
      .given(charged, concluded('2024-03-06'))
      .when(charge('2024-03-08', next))
      .thenNothing()
      .after('2024-03-11T09:59')
      .thenNothing()
      .after('2024-03-11T10:00')
      .thenRaises({ to: 'police', raised: '2024-03-11T10:00', due: '2024-03-13T10:00' }, { to: 'marac' });
    told().given(charged, concluded('2024-03-06')).when(charge('2024-03-11T10:00', next)).thenRaises({ to: 'police' }, { to: 'marac' });
    told().given(charged, concluded('2024-03-06'), charge('2024-03-08', next), concluded('2024-03-09')).after('2024-04-01').thenNothing();
  });

  it('with a correction or a retraction of the charge', () => {
    told()
      .given(charged)
      .when(corrected(charged, '2024-03-05', { outcome: 'ongoing' }))
      .thenSupersedes('police', 'marac')
      .thenNothing();
    told().given(charged).when(retracted(charged, '2024-03-05')).thenSupersedes('police', 'marac').thenNothing();
    told()
      .given(charged)
      .when(corrected(charged, '2024-03-05', { justification: 'Charged with assault' }))
      .thenSupersedes('police', 'marac')
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });
  it('so too where the charge names only who is charged; and a correction of anything else leaves it as it is', () => {
    const call = incident('2024-03-01', { incidentNumber: 'police-i-1', people: ['mother', 'ex-partner'] });
    const visit = started('2024-03-02', 'gp', 'general-practice');
    const alone = charge('2024-03-04', { people: ['ex-partner'] });
    const open = () => told().given(call, visit, alone);
    open().when(retracted(alone, '2024-03-05')).thenSupersedes('police', 'marac').thenNothing();
    open()
      .when(corrected(alone, '2024-03-05', { outcome: 'cautioned' }))
      .thenSupersedes('police', 'marac')
      .thenNothing();
    open()
      .when(corrected(visit, '2024-03-05', { narrative: 'Seen twice' }))
      .thenNothing()
      .thenOpenWith('police', 'marac');
  });
});

describe('A case summary that is exported', () => {
  const exported = summaryExported();

  it('closes what police and prosecutors were asked for', () => {
    told().given(charged).when(exported).thenCloses(exported, 'police', 'marac');
  });

  it('so too where the charge names only who is charged', () => {
    const call = incident('2024-03-01', { incidentNumber: 'police-i-1', people: ['mother', 'ex-partner'] });
    told()
      .given(call, charge('2024-03-04', { people: ['ex-partner'] }))
      .when(exported)
      .thenCloses(exported, 'police', 'marac');
  });

  it('closes nothing where it is an export of another kind, or of another person', () => {
    told()
      .given(charged)
      .when(summaryExported('mother', { kind: 'chronology' }))
      .thenClosesNothing();
    told()
      .given(incident('2024-03-01', { people: ['neighbour', 'ex-partner'] }), charged)
      .when(summaryExported('neighbour'))
      .thenClosesNothing();
    told().given(charged).when(summaryExported('ex-partner')).thenClosesNothing();
  });

  it('closes nothing while it lacks what came when it was made', () => {
    told()
      .given(charged, heard('2024-03-05'))
      .when(summaryExported('mother', { without: 1 }))
      .thenClosesNothing()
      .when(exported)
      .thenCloses(exported, 'police', 'marac');
    told()
      .given(charged)
      .when(summaryExported('mother', { without: 1 }))
      .thenClosesNothing();
  });

  it('lacks what comes after it: it is asked for again, at most weekly', () => {
    const broken = breach('2024-03-08');
    const news = told()
      .given(charged, exported)
      .when(broken)
      .thenNothing()
      .after('2024-03-11T09:59')
      .thenNothing()
      .after('2024-03-11T10:00');
    news.thenRaises(
      { to: 'police', about: 'mother', due: '2024-03-13T10:00', says: 'that no exported case summary holds', evidence: [broken, charged] },
      { to: 'marac' },
    );
    told().given(charged, exported).when(breach('2024-03-11')).thenRaises({ to: 'police' }, { to: 'marac' });
  });

  it('within the week takes up what came after the last one', () => {
    told().given(charged, exported, breach('2024-03-08'), summaryExported()).after('2024-04-01').thenNothing();
    told()
      .given(charged, exported, breach('2024-03-08'), incident('2024-03-09'), summaryExported('mother', { without: 1 }))
      .after('2024-04-01')
      .thenRaises({ to: 'police' }, { to: 'marac' });
  });

  it('says what a record said: one that is corrected afterwards is not in it', () => {
    const call = incident('2024-03-05');
    told()
      .given(charged, call, exported)
      .when(corrected(call, '2024-03-12', { nature: ['threats'] }))
      .thenRaises({ to: 'police', evidence: [call, charged] }, { to: 'marac' });
    told().given(charged, call, exported).when(retracted(call, '2024-03-12')).thenNothing();
  });

  it('holds no later charge', () => {
    const next = charge('2024-03-12', { incidentNumber: 'police-i-2' });
    told()
      .given(charged, exported)
      .when(next)
      .thenRaises({ to: 'police', says: 'has been exported since', evidence: [next] }, { to: 'marac' });
  });

  it('of one who turns out to be the same person lacks what was held of the other', () => {
    const apart = charge('2024-03-04', { people: [{ name: 'mother', details: 'none' }, 'ex-partner'] });
    told()
      .given(assessment('2024-03-01', { by: 'idva' }), apart)
      .when(summaryExported('mother', { knownTo: 'idva' }))
      .thenClosesNothing()
      .when(held('2024-03-05', 'police'))
      .thenClosesNothing()
      .when(exported)
      .thenCloses(exported, 'police', 'marac');
  });

  it('is remembered when the end of the case turns out to be a mistake', () => {
    const over = concluded('2024-03-05');
    told().given(charged, over, exported).when(retracted(over, '2024-03-20')).thenNothing();
    told().given(charged, over).when(retracted(over, '2024-03-20')).thenRaises({ to: 'police' }, { to: 'marac' });
  });
});
