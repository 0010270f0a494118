import type { Plan } from './plan';
import type { DataObject } from './seal';

/** A reference and the place where it stands. */
export interface PlacedRef {
  readonly pointer: string;
  readonly ref: string;
}

/** A copy of the data with something else in the place of every reference; what is sealed as a whole is not entered. */
export const mapRefs = (plan: Plan, data: DataObject, reference: (ref: string) => string, replacement?: Plan): Record<string, unknown> => {
  const mapped: Record<string, unknown> = { ...data };
  for (const { name, field, inside } of plan) {
    const value = data[name];
    if (value === undefined || value === null) continue;
    if (field.kind === 'ref') mapped[name] = reference(value as string);
    else if (field.kind === 'refs') mapped[name] = (value as string[]).map(reference);
    else if (Array.isArray(value)) mapped[name] = (value as DataObject[]).map((part) => mapRefs(inside, part, reference));
    else if (typeof value === 'object') {
      mapped[name] = mapRefs(field.kind === 'replacement' ? (replacement ?? []) : inside, value as DataObject, reference);
    }
  }
  return mapped;
};

const isObject = (value: unknown): value is DataObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every reference in the data, in the order of its fields. What is not as its class asks is passed over, so that faults can be gathered. */
export const refsIn = (plan: Plan, data: unknown, replacement?: Plan, prefix = ''): readonly PlacedRef[] => {
  if (!isObject(data)) return [];
  return plan.flatMap(({ name, field, inside }): readonly PlacedRef[] => {
    const value = data[name];
    const pointer = `${prefix}/${name}`;
    if (field.kind === 'ref') return typeof value === 'string' ? [{ pointer, ref: value }] : [];
    if (!Array.isArray(value)) return refsIn(field.kind === 'replacement' ? (replacement ?? []) : inside, value, undefined, pointer);
    return value.flatMap((item: unknown, index): readonly PlacedRef[] => {
      const place = `${pointer}/${index}`;
      if (field.kind !== 'refs') return refsIn(inside, item, undefined, place);
      return typeof item === 'string' ? [{ pointer: place, ref: item }] : [];
    });
  });
};

/** Whether every reference in the data is as asked, without gathering them: what nearly every record is asked once, and passes. */
export const everyRef = (plan: Plan, data: unknown, fits: (ref: string) => boolean): boolean => {
  if (!isObject(data)) return true;
  for (const { name, field, inside } of plan) {
    const value = data[name];
    if (value === undefined || value === null) continue;
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    const named = field.kind === 'ref' || field.kind === 'refs';
    for (const each of values) if (named ? typeof each === 'string' && !fits(each) : !everyRef(inside, each, fits)) return false;
  }
  return true;
};
