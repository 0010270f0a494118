import { join } from 'node:path';
import { openBox, sealBox } from '../box';
import { type KeyToWrap, type MasterKey, MasterKeyUnfit, type WrappedKey } from '../master-key';
import { type KeyFile, keyFileAt } from './key-file';

/** The epoch is bound as well, so that a row cannot be passed off as one of another epoch. */
const about = (place: string, epoch: number): string => `master key\n${String(epoch)}\n${place}`;

/** The master key in `keys/master.json` of the data folder, for the embedded default; AES-256-GCM. */
export class FileMasterKey implements MasterKey {
  private constructor(private readonly file: KeyFile) {}

  /** Made on first use. Fails with `MasterKeyUnsafe` where the file is damaged or others could have read it. */
  static async open(dataDir: string): Promise<FileMasterKey> {
    return new FileMasterKey(await keyFileAt(join(dataDir, 'keys', 'master.json')));
  }

  get epoch(): number {
    return this.file.epoch;
  }

  wrap(keys: readonly KeyToWrap[]): Promise<readonly Buffer[]> {
    const master = this.keyOf(this.epoch);
    return Promise.resolve(keys.map(({ key, place }) => sealBox(master, about(place, this.epoch), key)));
  }

  unwrap(keys: readonly WrappedKey[]): Promise<readonly Buffer[]> {
    return new Promise((resolve) => {
      resolve(keys.map((key) => this.unwrapOne(key)));
    });
  }

  private unwrapOne({ wrapped, place, epoch }: WrappedKey): Buffer {
    const key = openBox(this.keyOf(epoch), about(place, epoch), wrapped);
    if (key === undefined) throw new MasterKeyUnfit('a stored key does not open under the master key');
    return key;
  }

  private keyOf(epoch: number): Buffer {
    const key = this.file.keys.get(epoch);
    if (key === undefined) throw new MasterKeyUnfit(`the master key of epoch ${String(epoch)} is not here`);
    return key;
  }
}
