import fc from 'fast-check';
import {
  catalogue,
  enrolmentRecorded,
  enrolmentRecordedV1,
  inNewestVersion,
  newestVersionOf,
  type RecordType,
  recordTypeOf,
  shortType,
} from '.';
import { refsOfPeople, typesNamed, versionsOf } from './acceptance';
import { dataOf } from './testing/generated-data';

const definitions: readonly RecordType[] = catalogue;
const former = definitions
  .filter(({ type }) => newestVersionOf(type) !== type)
  .map((definition): [string, RecordType] => [definition.type, definition]);
const newest = ({ type }: RecordType): RecordType => recordTypeOf(newestVersionOf(type)) as RecordType;

describe('A record type with more than one version', () => {
  test('there is one', () => {
    expect(former.map(([type]) => type)).toContain('throughline.education.enrolment-recorded.v1');
  });

  test('numbers its versions without gaps, and each follows on the one before', () => {
    for (const { type } of definitions) {
      const versions = versionsOf(type);
      const stem = type.replace(/\d+$/, '');
      expect(versions).toEqual(versions.map((_, index) => `${stem}${index + 1}`));
      expect(versions.map(newestVersionOf)).toEqual(versions.map(() => versions.at(-1)));
    }
  });

  test.each(former)('%s reads as valid data of the newest', (_, definition) => {
    fc.assert(
      fc.property(dataOf(definition), (data) => {
        expect(newest(definition).validate(inNewestVersion(definition.type, data).data)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test.each(former)('%s reads the same whether it is sealed first or read first, and as open as before', (_, definition) => {
    fc.assert(
      fc.property(dataOf(definition), (data) => {
        const sealed = definition.seal(data, undefined, 'police:N-1').open;
        const read = inNewestVersion(definition.type, data).data;
        expect(inNewestVersion(definition.type, sealed).data).toEqual(newest(definition).seal(read, undefined, 'police:N-1').open);
      }),
      { numRuns: 50 },
    );
  });

  test.each(former)('%s keeps its common parts and everybody whom it names', (_, definition) => {
    fc.assert(
      fc.property(dataOf(definition), (data) => {
        const read = inNewestVersion(definition.type, data).data;
        const { people, relationships, narrative, separation, domesticAbuse } = data as unknown as (typeof enrolmentRecorded)['Data'];
        expect(read).toMatchObject(JSON.parse(JSON.stringify({ people, relationships, narrative, separation, domesticAbuse })) as object);
        expect(refsOfPeople(read)).toEqual(refsOfPeople(data));
        expect(
          newest(definition)
            .refs(read)
            .map(({ ref }) => ref)
            .sort(),
        ).toEqual(
          definition
            .refs(data)
            .map(({ ref }) => ref)
            .sort(),
        );
      }),
      { numRuns: 20 },
    );
  });

  test('is judged by the definition of the version that it names', () => {
    expect(enrolmentRecordedV1.validate(enrolmentRecorded.example)).not.toEqual([]);
    expect(enrolmentRecorded.validate(enrolmentRecordedV1.example)).not.toEqual([]);
    expect(enrolmentRecorded.validate({ ...enrolmentRecorded.example, setting: { name: 'A school', urn: '12' } })).toEqual([
      { pointer: '/setting/urn', detail: 'must be the 6 digits of a school’s unique reference number' },
    ]);
  });

  test('what is of the newest already, or of no version, is left as it is', () => {
    const { example, type } = enrolmentRecorded;
    expect(inNewestVersion(type, example).data).toBe(example);
    expect(inNewestVersion('throughline.nothing.v1', example)).toEqual({ type: 'throughline.nothing.v1', data: example });
  });

  test('has a name for each version and one for them all', () => {
    expect([enrolmentRecordedV1, enrolmentRecorded].map(({ type }) => shortType(type))).toEqual([
      'education.enrolment-recorded',
      'education.enrolment-recorded.v2',
    ]);
    expect(typesNamed('education.enrolment-recorded')).toEqual([enrolmentRecordedV1.type, enrolmentRecorded.type]);
    expect(typesNamed('education.enrolment-recorded.v2')).toEqual([enrolmentRecorded.type]);
    expect(typesNamed(enrolmentRecordedV1.type)).toEqual([enrolmentRecordedV1.type]);
    expect(typesNamed('education')).toEqual([]);
  });
});
