import { javaIsThere } from '@throughline/infra/kafka';
import { layGround } from './ground';
import { type Bench, machine, type Measure } from './measure';
import { benchProject, type ProjectSize } from './project';
import { benchPublish, type PublishSize } from './publish';

export { benchAlerts, type Fatigue } from './alerts';
export { fatigueTable } from './alerts/table';
export { benchLoad, loadIsBorne, type LoadReport, loadTable } from './load';
export { type Bench, type Measure, tableOf } from './measure';

/** The parts that can be run alone. */
export const PARTS = ['publish', 'project'] as const;
export type Part = (typeof PARTS)[number];

export interface BenchSize {
  readonly publish: PublishSize;
  readonly project: ProjectSize;
}

/** What is measured where nothing else is asked for: a few minutes on two cores. */
export const usualSize = (records = 50_000, rounds = 3): BenchSize => ({
  publish: { rounds, batches: 24, batch: 1_000, singles: 6_000 },
  project: { rounds, records },
});

/** Measures the hub beside its floors, each part on servers of its own that end with it. Needs the built hub. */
export const runBench = async (parts: readonly Part[], size: BenchSize, say: (line: string) => void): Promise<Bench> => {
  const measures: Measure[] = [];
  for (const part of parts) {
    if (part === 'publish' && !javaIsThere()) {
      say('publish is left out: it is measured on Kafka, which needs Java 17');
      continue;
    }
    say(`measuring ${part}`);
    const ground = await layGround();
    try {
      measures.push(...(part === 'publish' ? await benchPublish(ground, size.publish) : await benchProject(ground, size.project)));
    } finally {
      await ground.leave();
    }
  }
  return { machine: machine(), measures };
};
