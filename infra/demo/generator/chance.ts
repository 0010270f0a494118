/** Mixes text and numbers into four words of state: FNV-1a over what is given, spread by a 32-bit finaliser. */
const stateOf = (seeds: readonly (string | number)[]): [number, number, number, number] => {
  let hash = 0x811c9dc5;
  for (const character of seeds.join('\u0001')) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  const word = (): number => {
    hash = (hash + 0x9e3779b9) | 0;
    let mixed = hash ^ (hash >>> 16);
    mixed = Math.imul(mixed, 0x21f0aaad);
    mixed ^= mixed >>> 15;
    mixed = Math.imul(mixed, 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  };
  return [word(), word(), word(), word()];
};

/** Chance that comes out the same for the same seeds, on every machine (the generator sfc32 of Chris Doty-Humphrey's PractRand). */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  constructor(...seeds: readonly (string | number)[]) {
    [this.a, this.b, this.c, this.counter] = stateOf(seeds);
  }

  /** At least 0, less than 1. */
  next(): number {
    const sum = (((this.a + this.b) | 0) + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True so often: 0 never, 1 always. */
  is(often: number): boolean {
    return this.next() < often;
  }

  pick<const Value>(values: readonly [Value, ...Value[]]): Value {
    return values[this.between(0, values.length - 1)] ?? values[0];
  }

  /** Some of them, in their order, each so often. */
  some<Value>(values: readonly Value[], often: number): Value[] {
    return values.filter(() => this.is(often));
  }
}

/** Either the value, or nothing: what somebody wrote down, or left out. */
export const when = <Value>(written: boolean, value: Value): Value | undefined => (written ? value : undefined);
