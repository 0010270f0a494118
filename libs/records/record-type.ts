import type { CommonData } from './common-data';
import type { DataClass } from './fields';
import type { Recorded } from './recorded';
import { compiled } from './schema/compiled';
import type { FieldFault } from './schema/faults-found';
import { type JsonSchema, jsonSchemaOf } from './schema/json-schema';
import { ownedPlaces, type OwnedPlace, referencePlaces, referencePlan, sealingPlan } from './sealing/plan';
import { everyRef, mapRefs, type PlacedRef, refsIn } from './sealing/references';
import { type DataObject, seal, type SealedData } from './sealing/seal';
import { unseal } from './sealing/unseal';
import { type FormerVersion, follow } from './versions';

/** What the author of a type writes: its name, its class, an example that is documentation and fixture at once, its summary line. */
interface Definition<Data extends CommonData, Type extends string> {
  /** `throughline.{family}.{name}.v{version}` */
  readonly type: Type;
  /** Of a second version and later ones: the version before, and how its data reads in this one. */
  readonly after?: FormerVersion<NoInfer<Data>>;
  readonly data: DataClass<Data>;
  readonly example: NoInfer<Data>;
  /** One plain phrase from closed sets and dates: never a text, a name or a place, and never blame. */
  summary(record: Recorded<NoInfer<Data>>): string;
}

/** A type of record: everything that any part of the hub has to know about it. */
export interface RecordType<Data extends CommonData = CommonData, Type extends string = string> {
  readonly type: Type;
  readonly data: DataClass<Data>;
  readonly example: Data;
  /** Names the type of the data in types: `(typeof tenancyStarted)['Data']`. Its value is the example. */
  readonly Data: Data;
  /** JSON Schema 2020-12 of `data`. */
  readonly schema: JsonSchema;
  /** Every place that is sealed, and whose it is. */
  readonly texts: readonly OwnedPlace[];
  /** Every place where a reference stands. */
  readonly refPlaces: readonly string[];
  summary(record: Recorded<Data>): string;
  /** Every fault in the data, with pointers relative to it; none where it is valid. */
  validate(data: unknown): readonly FieldFault[];
  /**
   * Takes valid data apart by whose it is: each text and each person's details go to their owner's part, and `[sealed]`, or for a
   * blank text `''`, stands in their place. References stay as they are.
   * @param replacementType the type of the record that a `record.corrected` corrects; without it the replacement is sealed as one value
   * @param subject the record's subject, who owns the free text of a record that names no victim and no child
   */
  seal(data: object, replacementType?: string, subject?: string): SealedData;
  /** The inverse of `seal`, as far as parts are given. Fails with `PartDoesNotFit` for a value that has no place. */
  unseal(open: object, parts: ReadonlyMap<string, DataObject>): Record<string, unknown>;
  /** A copy with something else in the place of every reference. Works on data before and after sealing. */
  mapRefs(data: object, reference: (ref: string) => string, replacementType?: string): Record<string, unknown>;
  /** Every reference in the data and its pointer; those of a replacement only where its type is told. */
  refs(data: unknown, replacementType?: string): readonly PlacedRef[];
  /** Whether every reference in the data is as asked; those of a replacement are not looked at. */
  everyRef(data: unknown, fits: (ref: string) => boolean): boolean;
}

const once = <Value>(make: () => Value): (() => Value) => {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
};

interface Plans {
  readonly sealing: ReturnType<typeof sealingPlan>;
  readonly references: ReturnType<typeof referencePlan>;
}

/** Plans by type, for replacements: a correction says only by the record that it names what its replacement is. */
const plansByType = new Map<string, Plans>();

const plansOf = (type: string | undefined): Plans | undefined => (type === undefined ? undefined : plansByType.get(type));

/** Makes a type of record from what its author wrote. */
export const defineRecord = <Data extends CommonData, Type extends string>(definition: Definition<Data, Type>): RecordType<Data, Type> => {
  const { type, data, example } = definition;
  const plans = { sealing: sealingPlan(data), references: referencePlan(data) };
  plansByType.set(type, plans);
  if (definition.after !== undefined) follow(definition.after, type);
  const schema = once(() => jsonSchemaOf(data, type));
  return {
    type,
    data,
    example,
    Data: example,
    get schema() {
      return schema();
    },
    texts: ownedPlaces(plans.sealing),
    refPlaces: referencePlaces(plans.references),
    summary: (record) => definition.summary(record),
    validate: compiled(schema),
    seal: (value, replacementType, subject) => seal(plans.sealing, value as DataObject, plansOf(replacementType)?.sealing, subject),
    unseal: (open, parts) => unseal(open as DataObject, parts),
    mapRefs: (value, reference, replacementType) =>
      mapRefs(plans.references, value as DataObject, reference, plansOf(replacementType)?.references),
    refs: (value, replacementType) => refsIn(plans.references, value, plansOf(replacementType)?.references),
    everyRef: (value, fits) => everyRef(plans.references, value, fits),
  };
};

/** Whether a record is of this type, so that its data can be read as such. */
export const is = <Data extends CommonData, Whole extends Recorded>(
  definition: Pick<RecordType<Data>, 'type' | 'Data'>,
  record: Whole,
): record is Whole & Recorded<Data> => record.type === definition.type;

/**
 * `housing.tenancy-started` for `throughline.housing.tenancy-started.v1`: how people and pages name a type. A later version keeps its
 * number, `education.enrolment-recorded.v2`, so that a name goes on meaning what it meant.
 */
export const shortType = (type: string): string => type.replace(/^throughline\./, '').replace(/\.v1$/, '');
