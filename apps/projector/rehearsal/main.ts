// The process in which a history is rehearsed. It has no key, no database, no address and no environment; it is told records with
// what the fold reads of them opened, and tells counts and alerts (infra/decisions: what-if runs behind fences).
import 'reflect-metadata';
import { safeguards as inForce } from '@throughline/safeguards';
import type { FromRehearsal, SentSafeguard, ToRehearsal } from './messages';
import { NoSafeguard } from './place';
import { RehearsedPartition } from './rehearsed-partition';
import { loadSent, messageOf, placeIn, withSafeguard } from './sent-safeguard';

/** The code that was sent, by the name under which it runs. */
let name: string | undefined;
let make = (): RehearsedPartition => new RehearsedPartition(undefined);
let partition = make();

const begin = (sent: SentSafeguard | undefined, until: number | undefined): FromRehearsal => {
  name = sent?.name;
  const safeguard = sent === undefined ? undefined : loadSent(sent);
  const found = safeguard === undefined ? undefined : withSafeguard(inForce, safeguard);
  make = () => new RehearsedPartition(found?.all, until);
  partition = make();
  return {
    kind: 'begun',
    inForce: inForce.length,
    ...(safeguard === undefined ? {} : { safeguard: safeguard.id }),
    ...(found?.replaces === true ? { replaces: true } : {}),
  };
};

const answer = async (message: ToRehearsal): Promise<FromRehearsal> => {
  switch (message.kind) {
    case 'begin':
      return begin(message.sent, message.until);
    case 'records':
      await partition.take(message.records);
      return { kind: 'taken' };
    case 'finish': {
      const { inForce: before, withSent } = partition.finish(message.now ?? 0);
      partition = make();
      return { kind: 'finished', inForce: before, ...(withSent === undefined ? {} : { withSent }) };
    }
  }
};

const say = (message: FromRehearsal): void => {
  process.send?.(message);
};

process.on('message', (message: ToRehearsal) => {
  answer(message).then(say, (reason: unknown) => {
    if (reason instanceof NoSafeguard) say({ kind: 'refused', detail: reason.message, ...reason.place });
    // What a rule throws may quote what it judged: only that and where it threw is told.
    else if (name === undefined) say({ kind: 'failed', detail: messageOf(reason) });
    else say({ kind: 'failed', detail: 'it threw while it judged', ...placeIn(reason, name) });
  });
});
process.on('disconnect', () => process.exit(0));
