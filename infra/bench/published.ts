import { agencyOfRef } from '@throughline/kernel';
import { namesOf, readSettings, type StatedPartnership } from '@throughline/projections';
import { facetsOf } from '@throughline/records';
import type { PublishedRecord } from '@throughline/seal';

/** One record of a history, as it was published. */
export interface Line {
  readonly partnership: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly corrects?: { readonly source: string; readonly id: string } };
}

/** What a sealer is given; for a correction with the type of what it corrects. */
export interface ToSeal {
  readonly record: PublishedRecord;
  readonly replacementType?: string;
}

/** Makes of the lines of a history, one after the other, what intake would have sealed. */
export class Publication {
  private readonly types = new Map<string, string>();
  private readonly names = new Map<string, readonly string[]>();

  constructor(private readonly partnerships: readonly StatedPartnership[]) {}

  of(line: Line): ToSeal {
    const { partnership, source, id, type, subject, time, recordedtime, data } = line;
    this.types.set(`${partnership} ${source} ${id}`, type);
    const { corrects } = data;
    const replacementType = corrects === undefined ? undefined : this.types.get(`${partnership} ${corrects.source} ${corrects.id}`);
    const facets = facetsOf(data, () => this.namesIn(partnership));
    const agency = agencyOfRef(subject) ?? '';
    const record: PublishedRecord = {
      ...{ partnership, source, id, type, subject, time, recordedtime, data, agency, imported: true },
      ...(facets === undefined ? {} : { facets }),
    };
    return replacementType === undefined ? { record } : { record, replacementType };
  }

  private namesIn(partnership: string): readonly string[] {
    const known = this.names.get(partnership);
    if (known !== undefined) return known;
    const stated = this.partnerships.find(({ code }) => code === partnership);
    const names = stated === undefined ? [] : namesOf(readSettings({ number: 1, settings: stated }));
    this.names.set(partnership, names);
    return names;
  }
}
