type Given<Fields> = { readonly [name in keyof Fields]?: Exclude<Fields[name], undefined> };

/** The fields that were given: an absent one is no field at all. */
export const given = <Fields extends object>(fields: Fields): Given<Fields> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<Fields>;
