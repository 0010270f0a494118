import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type YAMLMap } from 'yaml';

/** Where something stands in a file, counted from 1. */
export interface FilePlace {
  readonly line: number;
  readonly column: number;
}

/** Something in a file that cannot be used, and where it stands. */
export interface FileFault extends FilePlace {
  readonly reason: string;
}

type Place = Node | number | null | undefined;

/** A field of a map: its value, and where to point where there is none. */
export interface Field {
  readonly name: string;
  readonly value: Node | undefined;
  /** The key, or the map where the key is missing. */
  readonly place: Place;
}

/** In `{ name: Prosecution, Northgate }` YAML sees a name and a second key: what was meant is one text with a comma. */
const joinSplitTexts = (map: YAMLMap, names: readonly string[]): void => {
  if (map.flow !== true) return;
  for (let at = map.items.length - 1; at > 0; at -= 1) {
    const [before, item] = [map.items[at - 1], map.items[at]];
    if (before === undefined || item === undefined || (item.value !== null && !(isScalar(item.value) && item.value.value === null)))
      continue;
    if (!isScalar(item.key) || names.includes(String(item.key.value)) || !isScalar(before.value) || typeof before.value.value !== 'string')
      continue;
    before.value.value = `${before.value.value}, ${String(item.key.value)}`;
    map.items.splice(at, 1);
  }
};

/** One YAML text under examination: what stands where, and every fault that was met. */
export class Reading {
  readonly faults: FileFault[] = [];
  readonly root: Node | undefined;
  readonly document: Document;
  private readonly lines = new LineCounter();

  constructor(text: string) {
    const document = parseDocument(text, { lineCounter: this.lines, prettyErrors: false });
    for (const { pos, message } of document.errors) this.fault(pos[0], message.replace(/\s+at line .*$/s, ''));
    this.document = document;
    this.root = document.contents ?? undefined;
  }

  fault(place: Place, reason: string): void {
    this.faults.push({ ...this.placeOf(place), reason });
  }

  placeOf(place: Place): FilePlace {
    const offset = typeof place === 'number' ? place : (place?.range?.[0] ?? 0);
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  /** The named fields of a map; any other is a fault. */
  fields(node: Place, what: string, names: readonly string[]): ((name: string) => Field) | undefined {
    if (!isMap(node)) {
      this.fault(node, `${what} must be a map`);
      return undefined;
    }
    const map: YAMLMap = node;
    joinSplitTexts(map, names);
    const found = new Map<string, Field>();
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!names.includes(name)) this.fault(key as Node, `unknown key "${name}" in ${what}`);
      found.set(name, { name, value: (value ?? undefined) as Node | undefined, place: key as Node });
    }
    return (name) => found.get(name) ?? { name, value: undefined, place: map };
  }

  /** A text of a form; undefined where it is missing or is none, which is a fault unless it may be left out. */
  text(
    { name, value, place }: Field,
    need: 'required' | 'optional',
    fits: (text: string) => boolean = (text) => text.trim() !== '',
    words = 'text',
  ): string | undefined {
    if (value === undefined) {
      if (need === 'required') this.fault(place, `"${name}" is missing`);
      return undefined;
    }
    if (isScalar(value) && typeof value.value === 'string' && fits(value.value)) return value.value;
    this.fault(value, `"${name}" must be ${words}`);
    return undefined;
  }

  /** The items of a list; none where it is absent or is no list. */
  items({ name, value, place }: Field, need: 'required' | 'optional'): readonly Node[] {
    if (value === undefined) {
      if (need === 'required') this.fault(place, `"${name}" is missing`);
      return [];
    }
    if (!isSeq(value)) {
      this.fault(value, `"${name}" must be a list`);
      return [];
    }
    if (value.items.length === 0 && need === 'required') this.fault(value, `"${name}" must not be empty`);
    return value.items as Node[];
  }

  /** A list of texts of a form. */
  texts(field: Field, need: 'required' | 'optional', fits: (text: string) => boolean, words: string): readonly string[] {
    return this.items(field, need)
      .map((value) => this.text({ name: field.name, value, place: value }, 'required', fits, `a list, each ${words}`))
      .filter((text) => text !== undefined);
  }
}
