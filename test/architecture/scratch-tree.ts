import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { root } from './repository';

/** What dependency-cruiser found: a file, what it imports, and the rule against it. */
export interface Refusal {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/**
 * A tree beside the product's, with the same `package.json`, `tsconfig.json` and rules, and files of a line each. Nothing is ever planted
 * in the product itself, so nothing is left behind there when a test is killed.
 */
export class ScratchTree {
  private readonly folder = realpathSync(mkdtempSync(join(tmpdir(), 'forbidden-imports-')));

  constructor() {
    for (const file of ['package.json', 'tsconfig.json']) copyFileSync(join(root, file), join(this.folder, file));
  }

  write(path: string, text: string): void {
    const file = join(this.folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }

  /** Runs the product's rules over the tree once. */
  refusals(): readonly Refusal[] {
    const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const rules = ['--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json'];
    const options = { cwd: this.folder, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 } as const;
    const output = execFileSync(process.execPath, [program, ...rules, 'apps', 'libs', 'infra', 'test'], options);
    return (JSON.parse(output) as { summary: { violations: Refusal[] } }).summary.violations;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
