import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { refNumber } from '@throughline/kernel';
import type { LogEntry } from '@throughline/log';
import type { StatedPartnership } from '@throughline/projections';
import { firstSettings, writeEnvelope } from '@throughline/records';
import { ContentDigest, Opener, Sealer } from '@throughline/seal';
import { InMemoryKeyStore } from '@throughline/seal/in-memory';
import { BenchFailed } from '../processes';
import { Publication, type ToSeal } from '../published';
import type { History } from './histories';

/** An alert as the rehearsal tells it. Instants are milliseconds since 1970. */
export interface JudgedAlert {
  readonly safeguard: string;
  readonly class: 'now' | 'act' | 'know' | 'tidy';
  readonly partnership: string;
  readonly agency: string;
  readonly person: string;
  readonly trigger: { readonly source: string; readonly id: string };
  readonly raisedAt: number;
}

type Answer = { readonly kind: 'finished'; readonly inForce: readonly JudgedAlert[] } | { readonly kind: string };

const BATCH = 500;

const builtProgram = (): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return join(folder, 'dist/apps/projector/rehearsal/main.js');
};

/** Judges histories in memory, by the hub's own fold in a process of its own. Needs the built hub. */
export class Judging {
  private readonly child: ChildProcess;

  private constructor(
    private readonly partnerships: readonly StatedPartnership[],
    private readonly sealer: Sealer,
    private readonly opener: Opener,
  ) {
    this.child = fork(builtProgram(), [], { env: {}, serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  }

  static async start(partnerships: readonly StatedPartnership[]): Promise<Judging> {
    const keys = new InMemoryKeyStore();
    return new Judging(partnerships, new Sealer(keys, await ContentDigest.of(keys)), new Opener(keys));
  }

  stop(): void {
    if (this.child.connected) this.child.disconnect();
  }

  /** Everything that the safeguards in force raise over a history, to its last record. */
  async judge({ lines }: Pick<History, 'lines'>): Promise<readonly JudgedAlert[]> {
    await this.ask({ kind: 'begin' });
    const publication = new Publication(this.partnerships);
    let position = 0;
    let batch: ToSeal[] = this.partnerships.map((partnership) => ({ record: firstSettings(partnership.code, partnership) }));
    const send = async (): Promise<void> => {
      const envelopes = await this.sealer.sealAll(batch);
      const records: object[] = [];
      for (const envelope of envelopes) {
        const keyring = await this.opener.prepare(
          envelope.partnership,
          envelope.sealed.map(({ ref }) => refNumber(ref)),
        );
        const { data } = this.opener.openWith(envelope, keyring);
        const at = BigInt(position);
        const entry: LogEntry = { partnership: envelope.partnership, value: writeEnvelope(envelope), offset: at, position: at };
        records.push({ entry, opened: data });
        position += 1;
      }
      await this.ask({ kind: 'records', records });
      batch = [];
    };
    for (const { line } of lines) {
      batch.push(publication.of(line));
      if (batch.length >= BATCH) await send();
    }
    if (batch.length > 0) await send();
    const answer = await this.ask({ kind: 'finish' });
    if (!('inForce' in answer)) throw new BenchFailed('the rehearsal answered something else');
    return answer.inForce;
  }

  private ask(message: object): Promise<Answer> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const gone = (): void => {
        reject(new BenchFailed('the rehearsal ended'));
      };
      child.once('exit', gone).once('message', (answer) => {
        child.off('exit', gone);
        const said = answer as Answer & { readonly detail?: string };
        if (said.kind === 'failed') reject(new BenchFailed(`the rehearsal failed: ${said.detail ?? ''}`));
        else resolve(said);
      });
      child.send(message);
    });
  }
}
