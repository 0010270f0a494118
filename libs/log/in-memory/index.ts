export { createInMemoryLog, type InMemoryLogOptions } from './in-memory-log';
export { InMemoryStorage } from './storage';
