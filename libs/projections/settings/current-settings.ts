import type { Settings } from './settings';

/** One partnership's row: its settings as JSON, absent until its first settings record was read. */
export interface SettingsRow {
  readonly partnership: string;
  readonly settings: string | null;
}

/**
 * The settings in force now, of every partnership, as the projector last read them from the log. A copy in memory: it is as fresh
 * as its last `refresh`, which its owner calls every second or so. Where a refresh fails the copy stays as it was.
 */
export class CurrentSettings {
  private readonly texts = new Map<string, string>();
  private byCode: ReadonlyMap<string, Settings> = new Map();
  private byAgency: ReadonlyMap<string, readonly string[]> = new Map();
  private under: Promise<void> | undefined;

  constructor(private readonly read: () => Promise<readonly SettingsRow[]>) {}

  /** Reads the settings anew. Calls at the same time share one reading. */
  refresh(): Promise<void> {
    this.under ??= this.readAnew().finally(() => {
      this.under = undefined;
    });
    return this.under;
  }

  /** Whether there are any: before the first settings record was read nobody is known, which is no reason to refuse anybody. */
  get areKnown(): boolean {
    return this.byCode.size > 0;
  }

  of(partnership: string): Settings | undefined {
    return this.byCode.get(partnership);
  }

  all(): readonly Settings[] {
    return [...this.byCode.values()];
  }

  /** The partnership of an agency: agency codes are unique across the hub. */
  partnershipOfAgency(agency: string): string | undefined {
    return this.partnershipsOfAgency(agency)[0];
  }

  /** Every partnership that lists this agency as a member; none for a code that nobody has. */
  partnershipsOfAgency(agency: string): readonly string[] {
    return this.byAgency.get(agency) ?? [];
  }

  private async readAnew(): Promise<void> {
    const rows = await this.read();
    const changed = rows.filter(({ partnership, settings }) => settings !== null && this.texts.get(partnership) !== settings);
    if (changed.length === 0) return;
    const byCode = new Map(this.byCode);
    for (const { partnership, settings } of changed) {
      if (settings === null) continue;
      this.texts.set(partnership, settings);
      byCode.set(partnership, JSON.parse(settings) as Settings);
    }
    const byAgency = new Map<string, string[]>();
    for (const [partnership, { agencies }] of [...byCode].sort(([one], [other]) => (one < other ? -1 : 1))) {
      for (const { code } of agencies) byAgency.set(code, [...(byAgency.get(code) ?? []), partnership]);
    }
    this.byCode = byCode;
    this.byAgency = byAgency;
  }
}
