import { validateSync } from 'class-validator';
import { type DataClass, fieldsOf } from '../fields';

/** Plain data as instances of its classes, as far as it has their shape: what class-validator asks for. */
const instance = (type: DataClass, value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const made = new type();
  for (const [name, inner] of Object.entries(value) as [string, unknown][]) {
    const field = fieldsOf(type).get(name);
    const part = field && 'type' in field ? field.type() : undefined;
    const filled =
      part === undefined ? inner : Array.isArray(inner) ? inner.map((item: unknown) => instance(part, item)) : instance(part, inner);
    Reflect.set(made, name, filled);
  }
  return made;
};

/** Whether class-validator itself takes the data, without any schema derived from it. */
export const validByClassValidator = (type: DataClass, value: unknown): boolean => {
  const made = instance(type, value);
  return made instanceof type && validateSync(made, { whitelist: true, forbidNonWhitelisted: true }).length === 0;
};
