import { SEALED } from '../envelope';
import { AGENCY_CODE, fitsForm } from '../forms/form';
import type { Owner } from '../fields';
import type { Plan, Step } from './plan';

/** The data of a record: what JSON can hold. */
export type DataObject = Readonly<Record<string, unknown>>;

/** A record's data taken apart: what stays open, and for each reference its own values by their pointers. */
export interface SealedData {
  readonly open: Record<string, unknown>;
  readonly parts: ReadonlyMap<string, Record<string, unknown>>;
}

interface PersonHere {
  readonly ref: string;
  readonly role: string;
}

const peopleOf = (data: DataObject): readonly PersonHere[] => (data.people ?? []) as readonly PersonHere[];

/** Whose the free text of a record is: the first victim's, else the first child's, else the subject's. */
export const protectedPerson = (data: DataObject, subject?: string): string => {
  const people = peopleOf(data);
  const found = people.find((person) => person.role === 'victim') ?? people.find((person) => person.role === 'child');
  return found?.ref ?? subject ?? people[0]?.ref ?? '';
};

const isBlank = (text: string): boolean => text.trim() === '';

class Sealing {
  readonly parts = new Map<string, Record<string, unknown>>();

  constructor(
    private readonly protectedRef: string,
    private readonly replacement: Plan | undefined,
    private readonly subject: string | undefined,
  ) {}

  /** Takes an object apart at the steps of its plan; everything else is copied as it is. */
  open(plan: Plan, source: DataObject, pointer: string): Record<string, unknown> {
    const open: Record<string, unknown> = { ...source };
    for (const step of plan) {
      const value = source[step.name];
      if (value !== undefined && value !== null) this.step(step, value, open, source, `${pointer}/${step.name}`);
    }
    return open;
  }

  private step({ name, field, inside }: Step, value: unknown, open: Record<string, unknown>, source: DataObject, pointer: string): void {
    switch (field.kind) {
      case 'plain':
      case 'ref':
      case 'refs':
        return;
      case 'text':
        open[name] = this.text(value as string, this.owner(field.owner, source), pointer);
        return;
      case 'texts': {
        const owner = this.owner(field.owner, source);
        open[name] = (value as string[]).map((text, index) => this.text(text, owner, `${pointer}/${index}`));
        return;
      }
      case 'agency-or-name':
        if (!fitsForm(AGENCY_CODE, value as string)) open[name] = this.text(value as string, this.owner(field.owner, source), pointer);
        return;
      case 'part':
        open[name] = this.open(inside, value as DataObject, pointer);
        return;
      case 'parts':
        open[name] = (value as DataObject[]).map((part, index) => this.open(inside, part, `${pointer}/${index}`));
        return;
      case 'whole':
        this.keep(this.owner(field.owner, source), pointer, value);
        if (field.open === 'nothing') delete open[name];
        else open[name] = outline(inside, value as DataObject);
        return;
      case 'replacement':
        open[name] = this.replaced(value as DataObject, pointer);
    }
  }

  /** Without the type of what it corrects nobody can tell its texts apart: then it is sealed as one value. */
  private replaced(value: DataObject, pointer: string): unknown {
    if (this.replacement === undefined) {
      this.keep(this.protectedRef, pointer, value);
      return SEALED;
    }
    const within = new Sealing(protectedPerson(value, this.subject), undefined, this.subject);
    const open = within.open(this.replacement, value, pointer);
    for (const [ref, values] of within.parts) for (const [place, sealed] of Object.entries(values)) this.keep(ref, place, sealed);
    return open;
  }

  private text(text: string, owner: string, pointer: string): string {
    if (text !== '') this.keep(owner, pointer, text);
    return isBlank(text) ? '' : SEALED;
  }

  private owner(owner: Owner, source: DataObject): string {
    if (owner === 'this-person') return source.ref as string;
    if (owner === 'of') return source.of as string;
    return this.protectedRef;
  }

  private keep(ref: string, pointer: string, value: unknown): void {
    const part = this.parts.get(ref);
    if (part === undefined) this.parts.set(ref, { [pointer]: value });
    else part[pointer] = value;
  }
}

/** The shape of a whole: its scalars as they are, `[sealed]` for each text that was written. */
const outline = (plan: Plan, whole: DataObject): Record<string, unknown> => new Sealing('', undefined, undefined).open(plan, whole, '');

/** Takes data apart. `replacement` is the plan of what a correction puts in place; `subject` owns what is nobody's else. */
export const seal = (plan: Plan, data: DataObject, replacement?: Plan, subject?: string): SealedData => {
  const sealing = new Sealing(protectedPerson(data, subject), replacement, subject);
  return { open: sealing.open(plan, data, ''), parts: sealing.parts };
};
