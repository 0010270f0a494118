import fc from 'fast-check';
import {
  assessmentCompleted,
  catalogue,
  PartDoesNotFit,
  policeIncidentRecorded,
  type RecordType,
  recordCorrected,
  referralDecided,
  safetyPlanAgreed,
  tenancyStarted,
  voiceRecorded,
} from '..';
import { dataOf } from '../testing/generated-data';

const each = catalogue.map((definition): [string, RecordType] => [definition.type, definition]);
const people = [
  { ref: 'police:N-3', role: 'child' },
  { ref: 'police:N-1', role: 'person-posing-risk', details: { given: 'Liam' } },
  { ref: 'police:N-2', role: 'victim', details: { given: 'Mary' } },
];

describe('sealing', () => {
  test.each(each)('%s comes together again as it was', (_, definition) => {
    fc.assert(
      fc.property(dataOf(definition), (data) => {
        const { open, parts } = definition.seal(data, undefined, 'police:N-1');
        expect(definition.unseal(open, parts)).toEqual(data);
      }),
      { numRuns: 30 },
    );
  });

  test.each(each)('%s keeps its references apart from what is sealed', (_, definition) => {
    fc.assert(
      fc.property(dataOf(definition), (data) => {
        const named = definition.refs(data).map(({ ref }) => ref);
        const { open } = definition.seal(data);
        const mapped = definition.mapRefs(open, (ref) => `#${ref.length}`);
        expect(definition.refs(mapped).map(({ ref }) => ref)).toEqual(named.map((ref) => `#${ref.length}`));
        expect(definition.refs(open).map(({ ref }) => ref)).toEqual(named);
      }),
      { numRuns: 10 },
    );
  });

  test('each person has their own details, and the free text is the first victim’s', () => {
    const data = { people, incidentNumber: 'police-1', nature: ['physical'], narrative: 'What was said', location: ' ' };
    const { open, parts } = policeIncidentRecorded.seal(data, undefined, 'police:N-1');
    expect(open).toEqual({
      ...{ people: people.map(({ ref, role }) => ({ ref, role })), incidentNumber: 'police-1', nature: ['physical'] },
      ...{ narrative: '[sealed]', location: '' },
    });
    expect(Object.fromEntries(parts)).toEqual({
      'police:N-1': { '/people/1/details': { given: 'Liam' } },
      'police:N-2': { '/people/2/details': { given: 'Mary' }, '/narrative': 'What was said', '/location': ' ' },
    });
  });

  test('without a victim the free text is the first child’s, without a child the subject’s', () => {
    const sealedBy = (named: readonly object[], subject?: string): readonly string[] => [
      ...policeIncidentRecorded.seal({ people: named, narrative: 'x' }, undefined, subject).parts.keys(),
    ];
    expect(
      sealedBy(
        [
          { ref: 'a:1', role: 'other' },
          { ref: 'a:2', role: 'child' },
        ],
        'a:1',
      ),
    ).toEqual(['a:2']);
    expect(
      sealedBy(
        [
          { ref: 'a:1', role: 'other' },
          { ref: 'a:3', role: 'other' },
        ],
        'a:3',
      ),
    ).toEqual(['a:3']);
  });

  test('what a child said is the child’s', () => {
    const heard = { ...assessmentCompleted.example, people: [{ ref: 'csc:N-1042', role: 'victim' as const }] };
    expect(assessmentCompleted.seal(heard).parts.get('csc:N-1050')).toEqual({ '/children/0/views': 'I like it when it is quiet' });
    expect(voiceRecorded.seal(voiceRecorded.example).parts.get('csc:N-1050')).toHaveProperty('/views');
  });

  test('an address keeps its marks open and nothing else', () => {
    const { open } = tenancyStarted.seal({
      ...tenancyStarted.example,
      address: {
        lines: ['12 Long Row', 'Flat 2'],
        postcode: 'S1 2AB',
        uprn: '100',
        sensitive: true,
        shared: false,
        from: '2024-01-01',
        to: '2024-02-01',
      },
    });
    expect(open.address).toEqual({
      ...{ lines: ['[sealed]', '[sealed]'], postcode: '[sealed]', uprn: '[sealed]', sensitive: true, shared: false },
      ...{ from: '2024-01-01', to: '2024-02-01' },
    });
  });

  test('an agency that is to act stays open so that it can be told; a name is sealed', () => {
    const owners = ['police', 'Joan Smith'].map((who, index) => ({ id: `p-${index}`, what: 'Call', who }));
    const { open } = safetyPlanAgreed.seal({ ...safetyPlanAgreed.example, actions: owners });
    expect((open.actions as { who: string }[]).map(({ who }) => who)).toEqual(['police', '[sealed]']);
  });

  test('a replacement is sealed as the corrected type, or as one value where that is not known', () => {
    const data = recordCorrected.example;
    const typed = recordCorrected.seal(data, referralDecided.type);
    expect(typed.open.replacement).toEqual({ ...data.replacement, justification: '[sealed]' });
    expect(recordCorrected.unseal(typed.open, typed.parts)).toEqual(data);
    expect(recordCorrected.mapRefs(typed.open, () => '#7', referralDecided.type).replacement).toMatchObject({ people: [{ ref: '#7' }] });
    const untyped = recordCorrected.seal(data);
    expect(untyped.open.replacement).toBe('[sealed]');
    expect(recordCorrected.unseal(untyped.open, untyped.parts)).toEqual(data);
  });

  test('what was erased stays sealed, and what does not fit is refused', () => {
    const { open, parts } = policeIncidentRecorded.seal(policeIncidentRecorded.example);
    const kept = new Map([...parts].filter(([ref]) => ref !== 'police:N-1042'));
    expect(policeIncidentRecorded.unseal(open, kept)).toMatchObject({ narrative: '[sealed]' });
    expect(policeIncidentRecorded.unseal(open, new Map([['x:1', { '/attributes': { traceparent: '0' } }]]))).toEqual(open);
    expect(() => policeIncidentRecorded.unseal(open, new Map([['x:1', { '/people/9/details': {} }]]))).toThrow(PartDoesNotFit);
  });
});
