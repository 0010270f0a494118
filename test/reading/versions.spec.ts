import { corrected, event, person } from './events';
import { type Answer, ReadingHub } from './reading-hub';

type Item = Readonly<Record<string, unknown>> & { readonly record: { readonly id: string; readonly type: string; readonly data: object } };

const FIRST = 'throughline.education.enrolment-recorded.v1';
const SECOND = 'throughline.education.enrolment-recorded.v2';

const child = person('education:K-1', 'child', { given: 'Cy', family: 'Reeve', dateOfBirth: '2015-07-08' });
const first = event('education.enrolment-recorded', '2026-02-02T09:00:00Z', [child], {
  ...{ setting: 'Hill Lane Primary School', kind: 'primary', from: '2026-02-02' },
});
const replacement = { people: [person('education:K-1', 'child')], setting: 'Hill Lane Infant School', kind: 'primary', from: '2026-02-03' };
const correction = corrected('2026-02-10T09:00:00Z', first, replacement);
const second = event(
  'education.enrolment-recorded',
  '2026-09-02T09:00:00Z',
  [person('education:K-1', 'child')],
  { setting: { name: 'Hill Lane Primary School', urn: '107115' }, kind: 'primary', from: '2026-09-02' },
  { type: SECOND },
);

describe('A second version of a record type', () => {
  let hub: ReadingHub;
  const chronology = async (query = ''): Promise<readonly Item[]> => {
    const { body }: Answer = await hub.get('education', `/v1/people/education:K-1/chronology${query}`);
    return body['items'] as readonly Item[];
  };

  beforeAll(async () => {
    hub = await ReadingHub.start();
    await hub.publish([first, correction, second]);
    await hub.settle();
  });
  afterAll(() => hub.stop());

  it('stands beside the first in the chronology, each shown as it was published', async () => {
    const [one, two] = await chronology();
    expect([one?.['type'], one?.record.type, two?.['type'], two?.record.type]).toEqual([FIRST, FIRST, SECOND, SECOND]);
    expect(one?.record.data).toMatchObject({ setting: 'Hill Lane Primary School', from: '2026-02-02' });
    expect(one?.['corrected']).toMatchObject({ replacement: { setting: 'Hill Lane Infant School', from: '2026-02-03' } });
    expect(two?.record.data).toMatchObject({ setting: { name: 'Hill Lane Primary School', urn: '107115' } });
  });

  it('is said in the same words', async () => {
    expect((await chronology()).map((item) => item['summary'])).toEqual([
      'Enrolled in education (primary) from 2026-02-02',
      'Enrolled in education (primary) from 2026-09-02',
    ]);
  });

  it.each([
    ['education.enrolment-recorded', [FIRST, SECOND]],
    [FIRST, [FIRST]],
    [SECOND, [SECOND]],
    ['education.enrolment-recorded.v2', [SECOND]],
  ])('is found by %s', async (name, types) => {
    expect((await chronology(`?type=${name}`)).map(({ record }) => record.type)).toEqual(types);
  });
});
