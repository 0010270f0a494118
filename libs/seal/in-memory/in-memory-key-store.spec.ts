import { keyStoreContract } from '../key-store.contract';
import { InMemoryKeyStore, KeysInMemory } from './in-memory-key-store';

keyStoreContract('the memory of a test', () => {
  const keys = new KeysInMemory();
  return Promise.resolve({
    open: () => Promise.resolve(new InMemoryKeyStore(keys)),
    erase: (partnership, number) => {
      keys.references.delete(`${partnership}\n${String(number)}`);
      keys.erased.add(`${partnership}\n${String(number)}`);
      return Promise.resolve();
    },
    lose: (partnership, number) => {
      keys.references.delete(`${partnership}\n${String(number)}`);
      return Promise.resolve();
    },
    raiseEpoch: () => {
      keys.epoch += 1;
      return Promise.resolve();
    },
    close: () => Promise.resolve(),
  });
});
