import { maracTransferRequested, type RecordFault } from '@throughline/records';

const text = (fields: unknown, name: string): unknown =>
  typeof fields === 'object' && fields !== null ? Reflect.get(fields, name) : undefined;

/**
 * The fault of a MARAC transfer to the partnership that asks for it: no other MARAC would ever learn of the case. Which partnership that
 * is is known only when the record's own is.
 *
 * @param prefix where the data stands in the record
 */
export const transferToItself = (type: unknown, data: unknown, partnership: string, prefix = '/data'): readonly RecordFault[] =>
  type === maracTransferRequested.type && text(data, 'toPartnership') === partnership
    ? [{ status: 422, pointer: `${prefix}/toPartnership`, detail: 'must be another partnership than the one that passes the case on' }]
    : [];
