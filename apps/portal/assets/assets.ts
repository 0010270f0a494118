import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** A file that pages ask for. */
export interface Asset {
  readonly type: string;
  readonly body: Buffer;
}

/** `node_modules` of the hub, under which the style sheet finds what it uses. */
const packages = resolve(dirname(require.resolve('govuk-frontend')), '../../../..');

/** Where each file comes from. The style sheet is compiled. */
const SOURCES = {
  'portal.css': { type: 'text/css; charset=utf-8', path: join(__dirname, 'portal.scss') },
  'portal.js': { type: 'text/javascript; charset=utf-8', path: require.resolve('./portal.js') },
  'govuk-frontend.min.js': {
    type: 'text/javascript; charset=utf-8',
    path: join(packages, 'node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.js'),
  },
  'favicon.svg': { type: 'image/svg+xml', path: join(__dirname, 'favicon.svg') },
} as const;

type AssetName = keyof typeof SOURCES;

const isAsset = (name: string): name is AssetName => Object.hasOwn(SOURCES, name);

const VERSIONED = [require.resolve('govuk-frontend/package.json'), require.resolve('@ministryofjustice/frontend/package.json')];

/** The pages' files. Each address carries a digest of what it is made of, so that a browser may keep it for ever. */
export class Assets {
  /** Of all files, and of the versions of what they use. */
  readonly digest: string;
  private readonly files = new Map<AssetName, Promise<Asset>>();

  /** @param keptIn a folder for the compiled style sheet, which takes a second or two to make; without it, it is made at each start */
  constructor(private readonly keptIn?: string) {
    const hash = createHash('sha256');
    for (const path of [...Object.values(SOURCES).map(({ path }) => path), ...VERSIONED]) hash.update(readFileSync(path));
    this.digest = hash.digest('hex').slice(0, 12);
  }

  /** Begins to make the style sheet, so that the first page need not wait for it. */
  prepare(): void {
    void this.file('portal.css').catch(() => undefined);
  }

  addressOf(name: string): string {
    return `/assets/${this.digest}/${name}`;
  }

  /** The file of that name, or undefined where there is none. */
  async find(name: string): Promise<Asset | undefined> {
    return isAsset(name) ? this.file(name) : undefined;
  }

  private file(name: AssetName): Promise<Asset> {
    const found = this.files.get(name) ?? this.read(name);
    this.files.set(name, found);
    found.catch(() => this.files.delete(name));
    return found;
  }

  private async read(name: AssetName): Promise<Asset> {
    const { type, path } = SOURCES[name];
    return { type, body: name === 'portal.css' ? await this.styleSheet(path) : await readFile(path) };
  }

  private async styleSheet(path: string): Promise<Buffer> {
    const kept = this.keptIn === undefined ? undefined : join(this.keptIn, `portal-${this.digest}.css`);
    const before = kept === undefined ? undefined : await readFile(kept).catch(() => undefined);
    if (before !== undefined) return before;
    const made = await compile(path);
    if (kept !== undefined) await keep(kept, made);
    return made;
  }
}

/** In a process of its own: it would hold everything else up for as long as it takes. */
const compile = async (path: string): Promise<Buffer> => {
  const sass = join(dirname(require.resolve('sass')), 'sass.js');
  const parameters = [sass, '--no-source-map', '--style=compressed', '--quiet-deps', `--load-path=${packages}`, path];
  const { stdout } = await promisify(execFile)(process.execPath, parameters, { maxBuffer: 16 * 1024 * 1024 });
  return Buffer.from(stdout);
};

/** What cannot be kept is made again at the next start. */
const keep = async (path: string, body: Buffer): Promise<void> => {
  const beside = `${path}.${String(process.pid)}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(beside, body);
    await rename(beside, path);
  } catch {
    // It is here all the same.
  }
};
