/** One page of the developers' documentation. */
export interface Guide {
  readonly name: string;
  readonly title: string;
  /** What a developer finds there. */
  readonly about: string;
}

/** Every guide, in the order in which a developer needs them. Each has a template of its name in `guides/`. */
export const guides: readonly Guide[] = [
  {
    name: 'publish-your-first-record',
    title: 'Publish your first record',
    about: 'Get a token, send a record, read the answer, and mend common faults. It takes ten minutes.',
  },
  {
    name: 'keys-and-corrections',
    title: 'Keys, retries, corrections and retractions',
    about: 'Why sending again is safe, and how to put right what you published.',
  },
  {
    name: 'references',
    title: 'References and people',
    about: 'How you name people, and what you may say about them.',
  },
  {
    name: 'batches-and-limits',
    title: 'Batches and limits',
    about: 'Send many records at once, in three modes, and stay within the limits.',
  },
  {
    name: 'back-loading',
    title: 'Load your history',
    about: 'Bring in what you recorded before you joined.',
  },
  {
    name: 'reading-back',
    title: 'Read back what you wrote',
    about: 'Positions, after, pages and alerts.',
  },
  {
    name: 'kafka',
    title: 'Publish by Kafka',
    about: 'Your own topics, and what comes back on them.',
  },
  {
    name: 'problems',
    title: 'Problems',
    about: 'Every status that is not a success, and what to do about it.',
  },
];

export const guideCalled = (name: string): Guide | undefined => guides.find((guide) => guide.name === name);
