import {
  acknowledgedBy,
  assessment,
  closed,
  corrected,
  deathOf,
  enrolled,
  held,
  incident,
  motherAndChildren,
  opened,
  referral,
  retracted,
  story,
} from '../engine/testing';

const told = () => story('tell-schools');
const family = held('2024-01-02', 'csc', motherAndChildren);
const primary = enrolled('2022-09-05', 'child', { recorded: '2024-01-02' });
const before = [family, incident('2024-01-10'), primary];
const ended = (more: object = {}) => closed('2024-03-04', 'csc', { reason: 'not-engaging', ...more });

describe('When a family is left without support while a risk remains', () => {
  it('the setting where a child is enrolled is told, and not to raise it with either parent', () => {
    const end = ended();
    told()
      .given(...before, assessment('2024-02-01', { level: 'medium' }))
      .when(end)
      .thenRaises({
        to: 'education',
        class: 'know',
        about: 'child',
        due: 'never',
        says: 'do not raise it with either parent',
        evidence: [end, primary],
      });
    told()
      .given(...before, assessment('2024-02-01', { level: 'high' }))
      .when(ended({ reason: 'declined-support' }))
      .thenRaises({ to: 'education' });
  });

  it('where the risk was never assessed too; not at standard risk', () => {
    told()
      .given(...before)
      .when(ended())
      .thenRaises({ to: 'education' });
    told()
      .given(...before, assessment('2024-02-01'))
      .when(ended())
      .thenNothing();
    told()
      .given(...before, assessment('2023-03-04'))
      .when(ended())
      .thenRaises({ to: 'education' });
    told()
      .given(...before, assessment('2023-03-05'))
      .when(ended())
      .thenNothing();
  });

  it.each(['completed', 'moved-away', 'no-further-action', 'deceased', 'other'] as const)(
    'not where the case was closed as %s',
    (reason) => {
      told()
        .given(...before)
        .when(ended({ reason }))
        .thenNothing();
    },
  );

  it('not while a domestic abuse service is left, or asked for', () => {
    told()
      .given(...before, opened('2024-01-15', 'idva', 'idva'))
      .when(ended())
      .thenNothing();
    told()
      .given(...before, referral('2024-03-01', 'specialist-da'))
      .when(ended())
      .thenNothing();
    told()
      .given(...before, opened('2024-01-15', 'gp', 'general-practice'))
      .when(ended())
      .thenRaises({ to: 'education' });
  });

  it('when the domestic abuse service itself closes, though what it referred is open', () => {
    told()
      .given(...before, opened('2024-01-15', 'idva', 'idva'), referral('2024-03-01', 'mental-health', { by: 'idva' }))
      .when(closed('2024-03-04', 'idva', { reason: 'not-engaging' }))
      .thenRaises({ to: 'education' });
  });

  it('stays silent without domestic abuse in the history', () => {
    told().given(family, primary).when(ended()).thenNothing();
  });

  it('only where a child is enrolled on that day', () => {
    const known = [family, incident('2024-01-10')];
    const at = (from: string, to?: string) => enrolled(from, 'child', { recorded: '2024-01-02', ...(to === undefined ? {} : { to }) });
    told()
      .given(...known)
      .when(ended())
      .thenNothing();
    told()
      .given(...known, at('2022-09-05', '2024-03-04'))
      .when(ended())
      .thenRaises({ to: 'education' });
    told()
      .given(...known, at('2022-09-05', '2024-03-03'))
      .when(ended())
      .thenNothing();
    told()
      .given(...known, enrolled('2024-01-02', 'child', { from: '2024-03-05' }))
      .when(ended())
      .thenNothing();
    told()
      .given(...known, enrolled('2024-01-02', 'child', { by: 'csc' }))
      .when(ended())
      .thenRaises({ to: 'education', service: 'education' });
  });

  it.each([
    ['on the second birthday', '2022-03-04', true],
    ['the day before the second birthday', '2022-03-05', false],
    ['on the last day of being 17', '2006-03-05', true],
    ['on the eighteenth birthday', '2006-03-04', false],
  ])('of a child of 2 to 17: %s', (_when, dateOfBirth, isTold) => {
    const who = { name: 'child', details: { dateOfBirth } } as const;
    told()
      .given(incident('2024-01-10'))
      .given(held('2024-01-02', 'csc', { people: ['mother', who], relationships: [['mother', 'parent-of', 'child']] }))
      .given(enrolled('2024-01-02', 'child', { people: [who] }))
      .when(ended())
      .thenRaises(...(isTold ? [{ to: 'education' }] : []));
  });

  it('tells the MARAC coordinator where there is no education agency', () => {
    story('tell-schools', { lacks: ['education'] })
      .given(...before)
      .when(ended())
      .thenRaises({ to: 'marac', says: 'no education service' });
  });

  it('is silent of a closure recorded more than 90 days later', () => {
    told()
      .given(...before)
      .when(ended({ recorded: '2024-06-03' }))
      .thenNothing();
    told()
      .given(...before)
      .when(ended({ recorded: '2024-06-02' }))
      .thenRaises({ to: 'education' });
  });
});

describe('It closes', () => {
  const end = ended();

  it('by acknowledging it', () => {
    told()
      .given(...before, end)
      .when(acknowledgedBy('education'))
      .thenAcknowledged('education')
      .thenOpenWith();
  });

  it('with the correction or the retraction of the closure, and is told anew when the enrolment is corrected', () => {
    told()
      .given(...before, end)
      .when(corrected(end, '2024-03-05', { reason: 'completed' }))
      .thenSupersedes('education')
      .thenNothing();
    told()
      .given(...before, end)
      .when(retracted(end, '2024-03-05'))
      .thenSupersedes('education')
      .thenNothing();
    told()
      .given(...before, end)
      .when(corrected(primary, '2024-03-05', { setting: { name: 'Tanner Street School' } }))
      .thenSupersedes('education')
      .thenRaises({ to: 'education' });
  });
  it('by the death of the child', () => {
    const died = deathOf('2024-03-05', 'child');
    told()
      .given(...before, end)
      .when(died)
      .thenCloses(died, 'education');
  });
});
