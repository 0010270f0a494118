import { DatabaseError, type QueryResult, type QueryResultRow } from 'pg';
import { KeyEpochChanged, KeysUnavailable } from '../key-store';
import { EPOCH_CHANGED } from './migration';

/** The answer of the key store's database, or the fault that says whether to ask again. */
export const answered = async <Row extends QueryResultRow>(query: Promise<QueryResult<Row>>): Promise<QueryResult<Row>> => {
  try {
    return await query;
  } catch (error) {
    if (error instanceof DatabaseError && error.code === EPOCH_CHANGED) {
      throw new KeyEpochChanged('the keys are under another master key than this process holds', { cause: error });
    }
    throw new KeysUnavailable('the key store did not answer', { cause: error });
  }
};
