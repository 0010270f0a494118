import type { InMemoryStorage } from './storage';

/** A member of a group: told which partitions are its own whenever the group changes. */
export interface Member {
  owns(partitions: ReadonlySet<number>): void;
}

const groupsOf = new WeakMap<InMemoryStorage, Map<string, Member[]>>();

const share = (storage: InMemoryStorage, members: readonly Member[]): void => {
  const all = Array.from({ length: storage.partitions }, (_, partition) => partition);
  members.forEach((member, index) => member.owns(new Set(all.filter((partition) => partition % members.length === index))));
};

/** Joins a group of readers of this storage; answers how to leave it. Both share the partitions out anew, among all its members. */
export const joinGroup = (storage: InMemoryStorage, group: string, member: Member): (() => void) => {
  const groups = groupsOf.get(storage) ?? new Map<string, Member[]>();
  groupsOf.set(storage, groups);
  const members = [...(groups.get(group) ?? []), member];
  groups.set(group, members);
  share(storage, members);
  return () => {
    const others = (groups.get(group) ?? []).filter((other) => other !== member);
    groups.set(group, others);
    share(storage, others);
  };
};
