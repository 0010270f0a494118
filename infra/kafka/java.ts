import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The Java to start: `JAVA_HOME` where it is set, else the one on the path. */
export const javaProgram = (): string => (process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java');

/** Whether this machine has the Java 17 (or later) that a Kafka 4 broker needs. Answers at once, so that a suite can name its tests by it. */
export const javaIsThere = (): boolean => {
  const { stdout, stderr, error } = spawnSync(javaProgram(), ['-version'], { encoding: 'utf8' });
  if (error !== undefined) return false;
  const major = /version "(\d+)/.exec(stdout + stderr)?.[1];
  return major !== undefined && Number(major) >= 17;
};
