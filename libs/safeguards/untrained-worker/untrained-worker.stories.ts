import { acknowledgedBy, assessment, corrected, incident, opened, retracted, started, story, type Written } from '../engine/testing';

const told = () => story('untrained-worker');
const abuse = incident('2023-10-02');
const worker = (dashTrained?: boolean) => ({ worker: { name: 'R. Lindqvist', ...(dashTrained === undefined ? {} : { dashTrained }) } });
const caseOf = (dashTrained?: boolean, more: object = {}) =>
  opened('2024-03-04', 'csc', 'childrens-social-care', { ...worker(dashTrained), ...more });
const untrained = assessment('2024-03-04', { by: 'csc', assessorDashTrained: false });

describe('When a case is held, or a risk assessed, without training in DASH', () => {
  it('the agency has two working days: act where they are not trained', () => {
    const record = caseOf(false);
    told()
      .given(abuse)
      .when(record)
      .thenRaises({ to: 'csc', class: 'act', due: '2024-03-06T10:00', saysNothingOf: 'Lindqvist', evidence: [record] });
    told().when(untrained).thenRaises({ to: 'csc', class: 'act', due: '2024-03-06T10:00', says: 'assessor' });
  });

  it('tidy where it is not recorded', () => {
    told().given(abuse).when(caseOf()).thenRaises({ to: 'csc', class: 'tidy' });
    told()
      .when(assessment('2024-03-04', { by: 'csc' }))
      .thenRaises({ to: 'csc', class: 'tidy' });
  });

  it.each([
    ['they are trained', [abuse], caseOf(true)],
    ['the assessor is trained', [], assessment('2024-03-04', { by: 'csc', assessorDashTrained: true })],
    ['no worker is named', [abuse], opened('2024-03-04', 'csc', 'childrens-social-care')],
    ['there is no domestic abuse in the history', [], caseOf(false)],
    [
      'it is a case of the person posing risk',
      [incident('2023-10-02', { people: ['mother', 'ex-partner'] })],
      opened('2024-03-04', 'probation', 'probation', { people: ['ex-partner'], ...worker(false) }),
    ],
    ['it was opened more than 90 days before', [abuse], caseOf(false, { recorded: '2024-06-03' })],
  ] as readonly [string, readonly Written[], Written][])('is silent where %s', (_what, given, record) => {
    told()
      .given(...given)
      .when(record)
      .thenNothing();
  });
});

describe('It is answered', () => {
  it.each([
    ['opening the case again', opened('2024-03-05', 'csc', 'childrens-social-care', worker(true))],
    [
      'taking on the same work',
      {
        ...started('2024-03-05', 'csc', 'childrens-social-care'),
        data: { ...started('2024-03-05', 'csc', 'childrens-social-care').data, ...worker(true) },
      },
    ],
  ] as readonly [string, Written][])('for a case by a trained worker: %s', (_what, record) => {
    told().given(abuse, caseOf(false)).when(record).thenCloses(record, 'csc');
  });

  it('for an assessment by one of a trained assessor', () => {
    const again = assessment('2024-03-05', { by: 'csc', assessorDashTrained: true });
    told().given(untrained).when(again).thenCloses(again, 'csc');
  });

  it('not by another agency, by somebody whose training is not recorded, for somebody else, or by acknowledging', () => {
    told()
      .given(untrained)
      .when(
        assessment('2024-03-05', { by: 'idva', assessorDashTrained: true }),
        assessment('2024-03-05', { by: 'csc' }),
        assessment('2024-03-05', { by: 'csc', assessorDashTrained: true, people: ['neighbour'] }),
        acknowledgedBy('csc'),
      )
      .thenClosesNothing();
    told()
      .given(abuse, caseOf(false))
      .when(assessment('2024-03-05', { by: 'csc', assessorDashTrained: true }), opened('2024-03-05', 'idva', 'idva', worker(true)))
      .thenClosesNothing();
  });

  it('or by a correction, and goes with the record', () => {
    told()
      .given(untrained)
      .when(corrected(untrained, '2024-03-05', { assessorDashTrained: true }))
      .thenSupersedes('csc')
      .thenNothing();
    told().given(untrained).when(retracted(untrained, '2024-03-05')).thenSupersedes('csc').thenNothing();
  });
});

describe('It is not answered', () => {
  it('by an assessment of before that comes in after it', () => {
    told()
      .given(untrained)
      .when(assessment('2024-02-04', { by: 'csc', assessorDashTrained: true, recorded: '2024-03-05' }))
      .thenClosesNothing();
  });
});
