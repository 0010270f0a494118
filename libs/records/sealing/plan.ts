import { type DataClass, type Field, fieldsOf, type Owner } from '../fields';

/** A field that a walk stops at. The others are copied as they are. */
export interface Step {
  readonly name: string;
  readonly field: Field;
  /** The steps inside, of a field that is an object or a list of them. */
  readonly inside: Plan;
}

/** What a walk over the data of one class has to visit, worked out once. */
export type Plan = readonly Step[];

/** A place in the data, `*` standing for any index: `/people/*\/details`. */
export interface OwnedPlace {
  readonly path: string;
  readonly owner: Owner;
}

const insideOf = (field: Field): DataClass | undefined => ('type' in field ? field.type() : undefined);

const planOf = (type: DataClass, visit: (field: Field) => boolean, enter: (field: Field) => boolean): Plan =>
  [...fieldsOf(type)].flatMap(([name, field]) => {
    const part = insideOf(field);
    const inside = part && enter(field) ? planOf(part, visit, enter) : [];
    return visit(field) || inside.length > 0 ? [{ name, field, inside }] : [];
  });

const SEALED_KINDS: ReadonlySet<Field['kind']> = new Set(['text', 'texts', 'agency-or-name', 'whole', 'replacement']);
const REFERENCE_KINDS: ReadonlySet<Field['kind']> = new Set(['ref', 'refs', 'replacement']);

/** Every text and every whole that is sealed. */
export const sealingPlan = (type: DataClass): Plan =>
  planOf(
    type,
    (field) => SEALED_KINDS.has(field.kind),
    () => true,
  );

/** Every reference outside of what is sealed as a whole. */
export const referencePlan = (type: DataClass): Plan =>
  planOf(
    type,
    (field) => REFERENCE_KINDS.has(field.kind),
    (field) => field.kind !== 'whole',
  );

const starred = ({ name, field }: Step, prefix: string): string =>
  `${prefix}/${name}${field.kind === 'parts' || field.kind === 'texts' || field.kind === 'refs' ? '/*' : ''}`;

const ownerIn = (field: Field, whole: Owner | undefined): Owner | undefined => {
  if (!('owner' in field)) return undefined;
  return field.owner === 'whole' ? whole : field.owner;
};

/** The sealed places of a plan, those inside a whole with the owner of that whole. */
export const ownedPlaces = (plan: Plan, prefix = '', whole?: Owner): readonly OwnedPlace[] =>
  plan.flatMap((step) => {
    const path = starred(step, prefix);
    const owner = ownerIn(step.field, whole);
    const here = owner && step.field.kind !== 'parts' && step.field.kind !== 'part' ? [{ path, owner }] : [];
    return [...here, ...ownedPlaces(step.inside, path, owner ?? whole)];
  });

export const referencePlaces = (plan: Plan, prefix = ''): readonly string[] =>
  plan.flatMap((step) => {
    const path = starred(step, prefix);
    return step.field.kind === 'ref' || step.field.kind === 'refs' ? [path] : referencePlaces(step.inside, path);
  });
