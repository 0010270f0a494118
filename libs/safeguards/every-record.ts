import { catalogue, type CommonData, recordCorrected, recordRetracted, type RecordType } from '@throughline/records';

/** Every type that tells of something: a correction and a retraction speak only of another record. */
export const everyRecord: readonly RecordType<CommonData>[] = (catalogue as readonly RecordType<CommonData>[]).filter(
  ({ type }) => type !== recordCorrected.type && type !== recordRetracted.type,
);
