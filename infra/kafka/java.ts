import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The Java to start: `JAVA_HOME` where it is set, else the one on the path. */
export const javaProgram = (): string => (process.env['JAVA_HOME'] ? join(process.env['JAVA_HOME'], 'bin', 'java') : 'java');

/** Whether this machine has the Java 17 (or later) that a Kafka 4 broker needs. */
export const javaIsThere = async (): Promise<boolean> => {
  try {
    const { stdout, stderr } = await run(javaProgram(), ['-version']);
    const major = /version "(\d+)/.exec(stdout + stderr)?.[1];
    return major !== undefined && Number(major) >= 17;
  } catch {
    return false;
  }
};
