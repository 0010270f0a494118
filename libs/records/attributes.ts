import type { RecordFault } from './acceptance';
import { fitsForm, type Form } from './forms/form';
import { escaped } from './schema/faults-found';
import type { DataObject } from './sealing/seal';

const OWN_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...['specversion', 'id', 'source', 'type', 'subject', 'time', 'datacontenttype'],
  ...['data', 'data_base64', 'partnership', 'recordedtime'],
]);

const LARGEST_INTEGER = 2_147_483_647;

/** What a CloudEvents attribute may be in JSON: text without control characters, a 32-bit integer, true or false. */
const isAttributeValue = (value: unknown): boolean =>
  typeof value === 'boolean' ||
  (typeof value === 'string' && /^[^\p{Cc}\p{Cs}]*$/u.test(value)) ||
  (Number.isInteger(value) && Math.abs(value as number) <= LARGEST_INTEGER);

/** JSON, whatever the parameters of the media type. */
export const isJson = (mediaType: unknown): boolean =>
  typeof mediaType === 'string' && /^application\/json\s*(;|$)/i.test(mediaType.trim());

/** One CloudEvent under examination: its attributes read by their form, and every fault that was met. */
export class Examination {
  readonly faults: RecordFault[] = [];

  constructor(private readonly event: DataObject) {}

  /** A null attribute is an absent one (CloudEvents JSON format, section 2.2). */
  attribute(name: string): unknown {
    return this.event[name] ?? undefined;
  }

  refuse(pointer: string, detail: string, status: RecordFault['status'] = 422): void {
    this.faults.push({ status, pointer, detail });
  }

  /** A text attribute of a form; undefined where it is missing or faulty. */
  text(name: string, form: Form, need: 'required' | 'optional'): string | undefined {
    const value = this.attribute(name);
    if (value === undefined) {
      if (need === 'required') this.refuse(`/${name}`, 'is missing');
      return undefined;
    }
    if (typeof value === 'string' && fitsForm(form, value)) return value;
    this.refuse(`/${name}`, form.words);
    return undefined;
  }
}

/** The attributes that are neither the hub's nor `data`, kept as they came; a null one is absent. */
export const examineOthers = (examination: Examination, event: DataObject): DataObject => {
  const kept: [string, unknown][] = [];
  for (const [name, value] of Object.entries(event)) {
    if (OWN_ATTRIBUTES.has(name) || value === null) continue;
    if (!/^[a-z0-9]+$/.test(name)) examination.refuse(`/${escaped(name)}`, 'must be named in lower-case letters and digits');
    else if (!isAttributeValue(value)) examination.refuse(`/${name}`, 'must be text, a 32-bit integer, true or false');
    else kept.push([name, value]);
  }
  return Object.fromEntries(kept);
};
