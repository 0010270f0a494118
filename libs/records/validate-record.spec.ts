import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseInstant } from '@throughline/kernel';
import { type PublishingContext, type RecordFault, referralDecided, replacementFaults, tenancyStarted, validateRecord } from '.';

const agency: PublishingContext = {
  mayPublishAs: (code: string) => code === 'housing',
  mayImport: false,
  now: Date.parse('2026-01-01T00:00:00Z'),
};
const importer: PublishingContext = { ...agency, mayPublishAs: () => true, mayImport: true };

const event = (changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  ...{ specversion: '1.0', id: 't-1', source: '/agencies/housing', type: tenancyStarted.type, subject: 'housing:N-1042' },
  ...{ time: '2024-03-04T10:00:00Z', data: tenancyStarted.example },
  ...changes,
});

const faultsOf = (value: unknown, context = agency): readonly RecordFault[] => {
  const verdict = validateRecord(value, context);
  return 'faults' in verdict ? verdict.faults : [];
};

const places = (value: unknown, context = agency): readonly string[] =>
  faultsOf(value, context).map(({ status, pointer }) => `${status} ${pointer}`);

const data = (changes: Readonly<Record<string, unknown>>) => event({ data: { ...tenancyStarted.example, ...changes } });

describe('a record that is published', () => {
  test('is taken with its other attributes kept', () => {
    const verdict = validateRecord(
      event({ traceparent: '00-1', dataschema: null, datacontenttype: 'application/json; charset=utf-8' }),
      agency,
    );
    expect(verdict).toEqual({
      record: {
        ...{ source: '/agencies/housing', id: 't-1', type: tenancyStarted.type, agency: 'housing', subject: 'housing:N-1042' },
        ...{ time: '2024-03-04T10:00:00Z', data: tenancyStarted.example, attributes: { traceparent: '00-1' } },
      },
    });
  });

  test.each<[string, unknown, readonly string[]]>([
    ['is no object', [], ['422 ']],
    ['has nothing in it', {}, ['/specversion', '/id', '/source', '/type', '/time', '/data', '/subject'].map((at) => `422 ${at}`)],
    ['is of another version', event({ specversion: '0.3' }), ['422 /specversion']],
    ['has an empty id', event({ id: '' }), ['422 /id']],
    [
      'comes from another agency',
      event({
        source: '/agencies/police',
        subject: 'police:1',
        data: { ...tenancyStarted.example, people: [{ ref: 'police:1', role: 'victim' }] },
      }),
      ['403 /source'],
    ],
    ['comes as the hub', event({ source: '/hub' }), ['403 /source']],
    ['has a source of another form', event({ source: 'housing' }), ['422 /source']],
    ['has an unknown type', event({ type: 'throughline.housing.tenancy-started.v9' }), ['422 /type']],
    ['is of a type that the hub writes', event({ type: 'throughline.hub.alert-closed' }), ['403 /type']],
    ['is of a transfer that the hub writes', event({ type: 'throughline.marac.transfer-received.v1' }), ['403 /type']],
    ['has a zoneless time', event({ time: '2024-03-04T10:00:00' }), ['422 /time']],
    ['has another media type', event({ datacontenttype: 'text/plain' }), ['422 /datacontenttype']],
    ['carries base64', event({ data: undefined, data_base64: 'e30=' }), ['422 /data_base64', '422 /subject']],
    ['says when it was recorded', event({ recordedtime: '2024-03-04T10:00:00Z' }), ['422 /recordedtime']],
    ['has an attribute that is an object', event({ other: {} }), ['422 /other']],
    ['has an attribute with a capital', event({ 'Some/Thing': 1 }), ['422 /Some~1Thing']],
    ['has a subject who is not among the people', event({ subject: 'housing:N-9' }), ['422 /subject']],
    ['has a foreign subject', event({ subject: 'police:N-9' }), ['422 /subject']],
    ['misses a field', data({ tenancyId: undefined }), ['422 /data/tenancyId']],
    ['has an unknown field', data({ rent: 5, 'a/b': 1 }), ['422 /data/rent', '422 /data/a~1b']],
    ['names nobody', data({ people: [] }), ['422 /data/people', '422 /subject']],
    [
      'names a person of another agency',
      data({
        people: [
          { ref: 'housing:N-1042', role: 'victim' },
          { ref: 'gp:1', role: 'other' },
        ],
      }),
      ['422 /data/people/1/ref'],
    ],
    [
      'names somebody twice',
      data({
        people: [
          { ref: 'housing:N-1042', role: 'victim' },
          { ref: 'housing:N-1042', role: 'child' },
        ],
      }),
      ['422 /data/people/1/ref'],
    ],
    [
      'relates people of another agency',
      data({ relationships: [{ from: 'gp:1', to: 'housing:N-1042', kind: 'parent-of' }] }),
      ['422 /data/relationships/0/from'],
    ],
    [
      'has several faults',
      data({ tenancyId: 7, reason: 'moved', startedOn: '2024-02-30' }),
      ['422 /data/tenancyId', '422 /data/reason', '422 /data/startedOn'],
    ],
  ])('is refused where it %s', (_, value, expected) => {
    const found = places(JSON.parse(JSON.stringify(value)));
    expect([...found].sort()).toEqual([...expected].sort());
  });

  test('is refused in plain words that repeat nothing of it', () => {
    const faults = faultsOf(
      data({ reason: 'Canary Wharf', tenancyId: undefined, canary: 'Canary', address: { postcode: 'Canary Canary Canary' } }),
    );
    expect(faults.map(({ detail }) => detail)).toEqual(
      expect.arrayContaining([
        'is missing',
        'is not a field of this record',
        'must be one of rehoused-domestic-abuse, other',
        'must be at most 12 characters',
      ]),
    );
    expect(JSON.stringify(faults.map(({ detail }) => detail))).not.toContain('Canary');
  });

  test('may name any agency’s people where agencies speak across each other, and corrects its own records only', () => {
    const people = [{ ref: 'police:N-1', role: 'victim' }];
    const voice = event({ type: 'throughline.coordination.view-given.v1', subject: 'police:N-1', data: { people, view: 'Too early' } });
    expect(places(voice)).toEqual([]);
    const retract = (source: string) =>
      event({
        type: 'throughline.record.retracted.v1',
        subject: 'police:N-1',
        data: { people, retracts: { source, id: '1' }, reason: 'duplicate' },
      });
    expect(places(retract('/agencies/housing/northgate'))).toEqual([]);
    expect(places(retract('/agencies/police'))).toEqual(['403 /data/retracts/source']);
  });

  test('asks for a planned or an actual day of release', () => {
    const people = [{ ref: 'housing:N-1', role: 'person-posing-risk' }];
    const release = (days: object) =>
      event({ type: 'throughline.justice.release-recorded.v1', subject: 'housing:N-1', data: { people, basis: 'bail', ...days } });
    expect(places(release({}))).toEqual(['422 /data/plannedOn', '422 /data/releasedOn']);
    expect(places(release({ releasedOn: '2024-01-01' }))).toEqual([]);
    expect(places(release({ plannedOn: '2024-01-01', releasedOn: '2024-01-02' }))).toEqual([]);
  });

  test('tells its own recorded time only in an import, and never a future one', () => {
    expect(places(event({ recordedtime: '2024-03-04T10:00:00Z' }), importer)).toEqual([]);
    expect(places(event({ recordedtime: '2026-01-01T00:00:00.001Z' }), importer)).toEqual(['422 /recordedtime']);
  });

  test('has a replacement that fits the record which it corrects', () => {
    const corrected = { type: referralDecided.type, agency: 'csc', subject: 'csc:1' };
    const people = [{ ref: 'csc:1', role: 'child' }];
    expect(replacementFaults({ people, referralId: 'r', outcome: 'declined' }, corrected)).toEqual([]);
    const faults = replacementFaults({ people: [{ ref: 'gp:1', role: 'child' }], outcome: 'declined' }, corrected);
    expect(faults.map(({ pointer }) => pointer)).toEqual([
      '/data/replacement/referralId',
      '/data/replacement/people/0/ref',
      '/data/replacement/people',
    ]);
  });

  test.each(['briefing-family-two', 'leicester-audit'])('is taken line by line from the story %s', (story) => {
    const lines = readFileSync(join(__dirname, '../../../shared/data/stories', `${story}.ndjson`), 'utf8')
      .trim()
      .split('\n');
    const faulty = lines.map((line) => faultsOf(JSON.parse(line), importer)).filter((faults) => faults.length > 0);
    expect(faulty).toEqual([]);
    expect(lines.map((line) => parseInstant((JSON.parse(line) as { time: string }).time)).includes(undefined)).toBe(false);
  });
});
