import { ArrayMinSize, IsArray, IsObject, ValidateIf, ValidateNested } from 'class-validator';
import { declareAlternatives, declareField, type DataClass, type Owner } from './field';

/** The field may be absent, which means "not recorded"; null is not the same and is refused. */
export const Optional = (): PropertyDecorator => (target, name) => {
  ValidateIf((object: object) => Reflect.get(object, name) !== undefined)(target, name);
};

/** The field may be absent only where the other one is there. The other one is optional. */
export const NeededWithout =
  (other: string): PropertyDecorator =>
  (target, name) => {
    declareAlternatives(target.constructor, [String(name), other]);
    ValidateIf((object: object) => Reflect.get(object, name) !== undefined || Reflect.get(object, other) === undefined)(target, name);
  };

/** An object with fields of its own. */
export const Part = (type: () => DataClass): PropertyDecorator => declareField({ kind: 'part', type }, IsObject(), ValidateNested());

/** A list of objects with fields of their own. */
export const Parts = (type: () => DataClass, { atLeast = 0 } = {}): PropertyDecorator =>
  declareField(
    { kind: 'parts', type },
    IsArray(),
    ...(atLeast > 0 ? [ArrayMinSize(atLeast)] : []),
    IsObject({ each: true }),
    ValidateNested({ each: true }),
  );

/** An object that is sealed as one value; its texts declare their owner as `whole`. */
export const Whole = (owner: Owner, type: () => DataClass, open: 'nothing' | 'scalars'): PropertyDecorator =>
  declareField({ kind: 'whole', owner, type, open }, IsObject(), ValidateNested());

/** The corrected data of another record: validated against that record's type once it has been looked up. */
export const Replacement = (): PropertyDecorator => declareField({ kind: 'replacement' }, IsObject());
