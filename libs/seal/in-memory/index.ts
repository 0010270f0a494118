export { InMemoryKeyStore, KeysInMemory } from './in-memory-key-store';
