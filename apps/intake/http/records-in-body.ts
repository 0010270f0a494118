import { isUtf8 } from 'node:buffer';
import { Problem } from '@throughline/platform';
import type { IncomingMessage } from 'node:http';
import { attributesInHeaders } from './binary-mode';
import type { Mode } from './media-type';

/** The most records of one batch (contract.md, section 3). */
const MOST_RECORDS = 1_000;

/** JSON of any depth is parsed; a byte order mark, or bytes that are not UTF-8, make it malformed (RFC 8259, section 8.1). */
export const parsedJson = (body: Buffer): unknown => {
  if (!isUtf8(body)) throw new Problem(400, 'the body is not UTF-8');
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new Problem(400, 'the body is not valid JSON');
  }
};

/** A batch as the list that it must be. Fails with a problem: 422 for anything else, 413 for too many. */
export const recordsOfBatch = (batch: unknown): readonly unknown[] => {
  if (!Array.isArray(batch)) {
    throw new Problem(422, 'a batch must be a list of records', [{ index: 0, pointer: '', detail: 'must be a list of records' }]);
  }
  if (batch.length > MOST_RECORDS) throw new Problem(413, `a batch may have ${MOST_RECORDS} records`);
  return batch;
};

/** The records of a request as structured JSON, not yet examined. */
export const recordsIn = (mode: Mode, request: Pick<IncomingMessage, 'headersDistinct'>, body: Buffer): readonly unknown[] => {
  switch (mode) {
    case 'structured':
      return [parsedJson(body)];
    case 'batch':
      return recordsOfBatch(parsedJson(body));
    case 'binary': {
      const attributes = attributesInHeaders(request.headersDistinct);
      return [body.length === 0 ? attributes : { ...attributes, data: parsedJson(body) }];
    }
  }
};
