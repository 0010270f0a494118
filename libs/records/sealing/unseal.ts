import { Fault } from '@throughline/kernel';
import type { DataObject } from './seal';

/** A value was sealed for a place that the record does not have: its bytes are not what was stored. */
export class PartDoesNotFit extends Fault {
  readonly retriable = false;
}

/** Where what is not data was put, the CloudEvents attributes: no field of any record has this name. */
const OUTSIDE_DATA = '/attributes';

const copy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== 'object' || value === null) return value;
  const made: Record<string, unknown> = { ...value };
  for (const [name, inner] of Object.entries(made)) if (typeof inner === 'object' && inner !== null) made[name] = copy(inner);
  return made;
};

const put = (root: Record<string, unknown>, pointer: string, value: unknown): void => {
  const names = pointer.split('/').slice(1);
  const last = names.pop();
  const holder = names.reduce<unknown>(
    (inner, name) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, name) ? Reflect.get(inner, name) : undefined),
    root,
  );
  if (last === undefined || typeof holder !== 'object' || holder === null)
    throw new PartDoesNotFit('a sealed value has no place in its record');
  Reflect.set(holder, last, value);
};

/** Puts the values that could be opened back in their places; the others stay `[sealed]`, or are left out. */
export const unseal = (open: DataObject, parts: ReadonlyMap<string, DataObject>): Record<string, unknown> => {
  const data = copy(open) as Record<string, unknown>;
  for (const part of parts.values()) {
    for (const [pointer, value] of Object.entries(part)) if (!pointer.startsWith(OUTSIDE_DATA)) put(data, pointer, value);
  }
  return data;
};
