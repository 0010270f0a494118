import { agencyOfRef } from '@throughline/kernel';
import { catalogue, type RecordType, shortType } from '@throughline/records';
import { randomHistory } from '../projection/random-history';

const AFTER = Date.UTC(2024, 2, 4, 10);
const HOUR = 3_600_000;

/** The hub writes it itself: of the request in this history comes the one that is received. */
const BY_THE_HUB = 'throughline.marac.transfer-received.v1';

/** A partnership of the demo, where the transfer in the examples goes. */
const RECEIVER = 'riverside';

const lineOf = ({ type, example }: RecordType, place: number): string => {
  const subject = example.people[0]?.ref ?? '';
  const moment = new Date(AFTER + place * HOUR).toISOString();
  const { maracHistory } = example as { maracHistory?: { where?: string } };
  return JSON.stringify({
    id: `golden-${shortType(type)}`,
    source: `/agencies/${agencyOfRef(subject) ?? ''}`,
    type,
    subject,
    ...{ time: moment, recordedtime: moment, partnership: 'northgate' },
    ...(maracHistory?.where === undefined ? {} : { facets: { heardElsewhere: true } }),
    data: type.startsWith('throughline.marac.transfer-requested.') ? { ...example, toPartnership: RECEIVER } : example,
  });
};

/** Families of the same seed every time, then one record of every type and version: the catalogue's examples. */
export const goldenHistory = (): readonly string[] => [
  ...randomHistory(2024, 180),
  ...catalogue.filter(({ type }) => type !== BY_THE_HUB).map(lineOf),
];
