import { assessmentBegun, corrected, deathOf, familyAssessment, retracted, story } from '../engine/testing';

const told = () => story('assessment-late');
const begun = assessmentBegun('2024-03-04', { people: ['child', 'mother'] });
const done = (when: string, more: object = {}) => familyAssessment(when, { people: ['child'], assessmentId: 'csc-a-1', ...more });

describe('When an assessment is not completed in time', () => {
  it('children’s social care is told when 45 working days have passed', () => {
    told()
      .given(begun)
      .after('2024-05-09T09:59')
      .thenNothing()
      .after('2024-05-09T10:00')
      .thenRaises({ to: 'csc', class: 'act', about: 'child', due: '2024-05-09T10:00', says: 'csc-a-1', evidence: [begun] });
  });

  it('under section 47 when 15 have', () => {
    told()
      .given(assessmentBegun('2024-03-04', { kind: 'section-47' }))
      .after('2024-03-25T09:59')
      .thenNothing()
      .after('2024-03-25T10:00')
      .thenRaises({ to: 'csc', due: '2024-03-25T10:00' });
    told()
      .given(assessmentBegun('2024-03-04', { kind: 'pre-birth' }))
      .after('2024-03-26')
      .thenNothing()
      .after('2024-05-09')
      .thenRaises({ to: 'csc' });
  });

  it('as the partnership says', () => {
    story('assessment-late', { thresholds: { assessmentWorkingDays: 2 } })
      .given(begun)
      .after('2024-03-06')
      .thenRaises({ to: 'csc' });
  });

  it('is silent of one recorded more than 90 days later', () => {
    told()
      .given(assessmentBegun('2024-03-04', { recorded: '2024-06-03' }))
      .after('2025-01-01')
      .thenNothing();
  });

  it('tells the MARAC coordinator where there is no children’s social care', () => {
    story('assessment-late', { lacks: ['csc'] })
      .given(begun)
      .after('2024-05-10')
      .thenRaises({ to: 'marac', says: 'no childrens-social-care' });
  });
});

describe('It is answered', () => {
  it('by its completion in time, also one recorded before its start', () => {
    told().given(begun, done('2024-05-08')).after('2024-12-01').thenNothing();
    told()
      .given(done('2024-03-20'), assessmentBegun('2024-03-04', { recorded: '2024-03-21' }))
      .after('2024-12-01')
      .thenNothing();
  });

  it('afterwards too, which closes it; not by the completion of another assessment', () => {
    const completed = done('2024-05-13');
    told()
      .given(begun)
      .after('2024-05-10')
      .when(done('2024-05-11', { assessmentId: 'csc-a-2' }))
      .thenClosesNothing()
      .when(completed)
      .thenCloses(completed, 'csc');
  });

  it('under a reference that nothing else joins', () => {
    told()
      .given(begun, familyAssessment('2024-03-20', { assessmentId: 'csc-a-1', people: [{ name: 'sibling', details: 'none' }] }))
      .after('2024-12-01')
      .thenNothing();
  });

  it('by a death, for nobody assesses the dead', () => {
    told().given(begun, deathOf('2024-03-20', 'child')).after('2024-12-01').thenNothing();
  });

  it('by the correction or retraction of its start', () => {
    told().given(begun).when(retracted(begun, '2024-03-05')).after('2024-12-01').thenNothing();
    told()
      .given(begun)
      .when(corrected(begun, '2024-03-05', { kind: 'section-47' }))
      .after('2024-03-25')
      .thenRaises({ to: 'csc' });
  });
});
