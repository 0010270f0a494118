import { type LogHarness, logContract } from '../contract';
import { createInMemoryLog, InMemoryStorage } from './index';

/** Logs on storages that stay in the process under their names. */
const inMemory = (): Promise<LogHarness> => {
  const storages = new Map<string, InMemoryStorage>();
  const storageOf = (name: string, partitions: number): InMemoryStorage => {
    const storage = storages.get(name) ?? new InMemoryStorage(partitions);
    storages.set(name, storage);
    return storage;
  };
  return Promise.resolve({
    open: async (name, { partitions }) => createInMemoryLog({ partitions, storage: storageOf(name, partitions) }),
    trim: async (name, partition, before) => storages.get(name)?.trim(partition, before),
    unseat: () => Promise.resolve(),
    close: () => Promise.resolve(),
  });
};

logContract('in-memory', inMemory);
