import { type Envelope, enrolmentRecorded, enrolmentRecordedV1, is, recordCorrected } from '@throughline/records';
import { PersonFile } from '../case-file/person-file';
import { enrolmentOn } from '../terms/enrolment';
import { foldRecords, recordedOf } from './folded';
import type { HeldRecord } from './held-record';

const envelope = (type: string, id: string, data: object): Envelope => ({
  ...{
    format: 1,
    epoch: 1,
    partnership: 'northgate',
    source: '/agencies/education',
    agency: 'education',
    subject: '#7',
    digest: '',
    id,
    type,
  },
  ...{ time: '2024-01-10T09:00:00Z', recordedtime: '2024-01-10T09:00:00Z', sealed: [] },
  data: { people: [{ ref: '#7', role: 'child' }], ...data },
});
const held = (index: number, of: Envelope): HeldRecord => ({
  index,
  position: index,
  logTime: index,
  time: index,
  recordedtime: index,
  envelope: of,
});

const first = held(0, envelope(enrolmentRecordedV1.type, 'e-1', { setting: '[sealed]', kind: 'primary', from: '2023-09-04' }));
const corrected = held(
  1,
  envelope(recordCorrected.type, 'c-1', {
    corrects: { source: '/agencies/education', id: 'e-1' },
    reason: '[sealed]',
    replacement: { people: [{ ref: '#7', role: 'child' }], setting: '[sealed]', kind: 'secondary', from: '2023-09-11' },
  }),
);
const second = held(
  2,
  envelope(enrolmentRecorded.type, 'e-2', { setting: { name: '[sealed]', urn: '[sealed]' }, kind: 'college', from: '2024-09-02' }),
);

const fold = (...records: readonly HeldRecord[]) => foldRecords(records, () => new Map()).map(({ entry }) => entry);

describe('Records of a former version', () => {
  it('are read in the newest, and say as what they were published', () => {
    const entry = recordedOf(first);
    expect(entry.type).toBe(enrolmentRecorded.type);
    expect(entry.publishedAs).toBe(enrolmentRecordedV1.type);
    expect(is(enrolmentRecorded, entry) && entry.data.setting).toEqual({ name: '[sealed]' });
    expect(recordedOf(second)).not.toHaveProperty('publishedAs');
  });

  it('are corrected in their own version, and read in the newest after it', () => {
    const [entry] = fold(first, corrected);
    expect(entry?.data).toMatchObject({ setting: { name: '[sealed]' }, kind: 'secondary', from: '2023-09-11' });
    expect(entry?.type).toBe(enrolmentRecorded.type);
  });

  it('stand beside those of the newest in one file', () => {
    const child = PersonFile.of(['#7'], fold(first, corrected, second));
    expect(child.of(enrolmentRecorded)).toHaveLength(2);
    expect(enrolmentOn(child, '2024-03-04')?.data.kind).toBe('secondary');
    expect(enrolmentOn(child, '2024-10-01')?.data.kind).toBe('college');
  });

  it('are left as they are stored', () => {
    expect(first.envelope.data).toEqual({
      people: [{ ref: '#7', role: 'child' }],
      setting: '[sealed]',
      kind: 'primary',
      from: '2023-09-04',
    });
  });
});
