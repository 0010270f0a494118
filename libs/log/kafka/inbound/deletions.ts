import type { Administration } from '../admin';

/**
 * Deletes from the inbound topics what is committed: the log has it, sealed, so the plain text goes (trust.md, "Keys and erasure").
 * It runs beside the reading and never holds it up; what could not be deleted is deleted with what comes next, at the latest when
 * the topics are opened again.
 */
export class Deletions {
  private readonly wanted = new Map<string, Map<number, bigint>>();
  private running: Promise<void> | undefined;

  constructor(
    private readonly administration: Administration,
    private readonly faltered: (reason: unknown) => void,
  ) {}

  /** Everything before this offset is to go. */
  want(topic: string, partition: number, before: bigint): void {
    const partitions = this.wanted.get(topic) ?? new Map<number, bigint>();
    this.wanted.set(topic, partitions);
    const earlier = partitions.get(partition) ?? 0n;
    partitions.set(partition, before > earlier ? before : earlier);
    this.running ??= this.drain().finally(() => {
      this.running = undefined;
    });
  }

  /** What a former process committed, and perhaps could not delete any more. */
  async wantCommitted(group: string, topics: readonly string[]): Promise<void> {
    const found = await this.administration.ask((admin) => admin.fetchOffsets({ groupId: group, topics: [...topics] }));
    for (const { topic, partitions } of found) {
      for (const { partition, offset } of partitions) if (BigInt(offset) > 0n) this.want(topic, partition, BigInt(offset));
    }
  }

  async settled(): Promise<void> {
    await this.running;
  }

  private async drain(): Promise<void> {
    for (let [next] = this.wanted; next !== undefined; [next] = this.wanted) {
      const [topic, partitions] = next;
      this.wanted.delete(topic);
      await this.delete(topic, partitions).catch((reason: unknown) => this.faltered(reason));
    }
  }

  private async delete(topic: string, partitions: ReadonlyMap<number, bigint>): Promise<void> {
    const bounds = await this.administration.bounds(topic);
    const gone = Array.from(partitions, ([partition, offset]) => ({ partition, offset })).filter(({ partition, offset }) => {
      const found = bounds.get(partition);
      return found !== undefined && found.begin < offset && offset <= found.end;
    });
    if (gone.length === 0) return;
    await this.administration.ask((admin) =>
      admin.deleteTopicRecords({ topic, partitions: gone.map(({ partition, offset }) => ({ partition, offset: offset.toString() })) }),
    );
  }
}
