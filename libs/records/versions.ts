import type { CommonData } from './common-data';

/** The version before, and how its data reads in the shape of the version after it. */
export interface FormerVersion<Data extends CommonData = CommonData> {
  readonly type: string;
  readonly upcast: (data: CommonData) => Data;
}

/**
 * Says which version a new one comes after.
 *
 * @param upcast moves values and never looks at them: it is given data whose texts read `[sealed]`, and data whose texts are open, and
 *   must do the same to both. It makes up nothing that the former version did not say, and leaves the common parts where they are.
 */
export const after = <Before extends CommonData, Data extends CommonData>(
  former: { readonly type: string; readonly Data: Before },
  upcast: (data: Before) => Data,
): FormerVersion<Data> => ({ type: former.type, upcast: upcast as (data: CommonData) => Data });

interface Successor {
  readonly type: string;
  readonly upcast: (data: CommonData) => CommonData;
}

const successors = new Map<string, Successor>();

/** Notes what follows on a version; `defineRecord` does. */
export const follow = (former: FormerVersion, type: string): void => {
  successors.set(former.type, { type, upcast: former.upcast });
};

/** A record's type and data as rules read them. */
export interface InVersion {
  readonly type: string;
  readonly data: CommonData;
}

/**
 * The one upcast seam of record types: data that was published in any version, in the shape of the newest. Whatever reads records to
 * judge, fold, count or say them in words reads them through here; whatever shows what an agency published does not.
 */
export const inNewestVersion = (type: string, data: object): InVersion => {
  let read: InVersion = { type, data: data as CommonData };
  for (let next = successors.get(type); next !== undefined; next = successors.get(next.type)) {
    read = { type: next.type, data: next.upcast(read.data) };
  }
  return read;
};

/** The newest version of a type: of `….v1` where a second one follows it, `….v2`. */
export const newestVersionOf = (type: string): string => {
  const next = successors.get(type);
  return next === undefined ? type : newestVersionOf(next.type);
};
