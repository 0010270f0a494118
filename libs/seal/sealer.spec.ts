import { catalogue, readEnvelope, recordCorrected, referralDecided, tenancyStarted, writeEnvelope } from '@throughline/records';
import fc from 'fast-check';
import { ContentDigest } from './content-digest';
import { InMemoryKeyStore, KeysInMemory } from './in-memory';
import { ERASED, KeyMissing } from './key-store';
import { Opener, openParts } from './opener';
import { TextOfNobody } from './owned-parts';
import { UnknownRecordType } from './record-anatomy';
import { BrokenSeal, numberOfPart } from './sealed-part';
import { Sealer } from './sealer';
import { ReferenceErased } from './sealing-keys';
import { anyPublished, published } from './testing/published';

let keys: KeysInMemory;
let store: InMemoryKeyStore;
let sealer: Sealer;
let opener: Opener;

beforeEach(async () => {
  keys = new KeysInMemory();
  store = new InMemoryKeyStore(keys);
  sealer = new Sealer(store, await ContentDigest.of(store));
  opener = new Opener(new InMemoryKeyStore(keys));
});

const erase = (partnership: string, number: number): void => {
  keys.references.delete(`${partnership}\n${String(number)}`);
  keys.erased.add(`${partnership}\n${String(number)}`);
};

const household = published(tenancyStarted, {
  data: {
    ...(tenancyStarted.example as object),
    people: [
      { ref: 'housing:T-1', role: 'victim', details: { given: 'Canaryann', family: 'Canaryson' } },
      { ref: 'housing:T-2', role: 'child', details: { given: 'Canarykid' } },
    ],
    narrative: 'She moved with the canaryword at night.',
  },
  subject: 'housing:T-1',
});

describe('sealing a record', () => {
  it('is undone by opening, for every type of the catalogue and through the bytes of the log', async () => {
    await fc.assert(
      fc.asyncProperty(anyPublished, async (record) => {
        const envelope = readEnvelope(writeEnvelope(await sealer.sealRecord(record)));
        expect(await opener.restore(envelope)).toEqual(record);
      }),
      { numRuns: 500 },
    );
  });

  it.each(catalogue.map((definition) => [definition.type, definition] as const))(
    'is undone for the example of %s',
    async (_type, definition) => {
      const record = published(definition);
      expect(await opener.restore(await sealer.sealRecord(record))).toEqual(record);
    },
  );

  it('leaves no name, narrative, attribute or local id of a reference in the bytes', async () => {
    const bytes = writeEnvelope(await sealer.sealRecord({ ...household, attributes: { traceparent: 'canarytrace' } })).toString('latin1');
    expect(bytes).not.toMatch(/canary/i);
    expect(bytes).not.toContain('housing:');
    expect(bytes).not.toContain('T-1');
    for (const text of ['Canaryann', 'canaryword', 'housing:T-1'])
      expect(bytes).not.toContain(Buffer.from(text).toString('base64').slice(0, -4));
  });

  it('seals each owner’s part once, under that owner’s key', async () => {
    const envelope = await sealer.sealRecord(household);
    const given = await store.keysFor('northgate', ['housing:T-1', 'housing:T-2']);
    expect(envelope.sealed.map(numberOfPart).sort()).toEqual(Array.from(given.values(), ({ number }) => number).sort());
    const parts = openParts(envelope, await opener.prepare('northgate', envelope.sealed.map(numberOfPart)));
    const ofChild = parts.get(`#${given.get('housing:T-2')?.number ?? 0}`);
    expect(ofChild).toEqual({ '/people/1/details': { given: 'Canarykid' } });
  });

  it('answers many records in their order, each with its own identity, and asks for the keys of a partnership once', async () => {
    const asked = jest.spyOn(store, 'keysFor');
    const records = Array.from({ length: 40 }, (_none, place) => ({
      record: { ...household, id: `r-${String(place)}`, partnership: place % 2 === 0 ? 'northgate' : 'southgate' },
    }));
    const envelopes = await sealer.sealAll(records);
    expect(asked).toHaveBeenCalledTimes(2);
    expect(envelopes.map(({ id }) => id)).toEqual(records.map(({ record }) => record.id));
    for (const [place, envelope] of envelopes.entries()) expect(await opener.restore(envelope)).toEqual(records[place]?.record);
  });

  it('takes the replacement of a correction apart like the record that it corrects', async () => {
    const record = published(recordCorrected);
    const envelope = await sealer.sealRecord(record, referralDecided.type);
    expect(envelope.data).toMatchObject({ replacement: { outcome: 'declined', justification: '[sealed]' } });
    expect(JSON.stringify(envelope)).not.toContain('N-1050');
    expect(await opener.restore(envelope, referralDecided.type)).toEqual(record);
  });

  it('keeps the number where a record of the hub names a person by it', async () => {
    const number = (await store.keysFor('northgate', ['housing:T-1'])).get('housing:T-1')?.number ?? 0;
    const named = { ...household, subject: `#${number}`, data: { people: [{ ref: `#${number}`, role: 'victim' }], narrative: 'canary' } };
    const envelope = await sealer.sealRecord(named);
    expect(envelope.subject).toBe(`#${number}`);
    expect(envelope.sealed.map(({ ref }) => ref)).toEqual([`#${number}`]);
    expect((await opener.openEnvelope(envelope)).data).toMatchObject({ narrative: 'canary' });
    erase('northgate', number);
    await expect(sealer.sealRecord(named)).rejects.toBeInstanceOf(ReferenceErased);
  });

  it('refuses a text of nobody and a type that it does not know', async () => {
    const { subject: _nobody, ...aboutNobody } = household;
    await expect(sealer.sealRecord({ ...aboutNobody, data: {}, attributes: { priority: 'x' } })).rejects.toBeInstanceOf(TextOfNobody);
    await expect(sealer.sealRecord({ ...household, type: 'throughline.housing.unheard-of.v1' })).rejects.toBeInstanceOf(UnknownRecordType);
  });
});

describe('opening a record', () => {
  it('answers details alone where only they are wanted', async () => {
    const { data, attributes } = await opener.openEnvelope(
      await sealer.sealRecord({ ...household, attributes: { priority: 'x' } }),
      'details',
    );
    expect(data).toMatchObject({
      people: [{ details: { given: 'Canaryann' } }, { details: { given: 'Canarykid' } }],
      narrative: '[sealed]',
    });
    expect(attributes).toBeUndefined();
  });

  it('leaves sealed what was an erased person’s, and opens what is another’s', async () => {
    const envelope = await sealer.sealRecord(household);
    const [victim] = (await store.keysFor('northgate', ['housing:T-1'])).values();
    erase('northgate', victim?.number ?? 0);
    const { data, erased } = await opener.openEnvelope(envelope);
    expect(erased).toEqual([`#${victim?.number ?? 0}`]);
    expect(data).toMatchObject({
      narrative: '[sealed]',
      people: [{ ref: `#${victim?.number ?? 0}` }, { details: { given: 'Canarykid' } }],
    });
    expect(JSON.stringify(data)).not.toContain('Canaryann');
    expect((await opener.restore(envelope)).subject).toBe(`#${victim?.number ?? 0}`);
  });

  it('fails with KeyMissing for a key that is lost, and for one that was not asked for', async () => {
    const envelope = await sealer.sealRecord(household);
    expect(() => openParts(envelope, new Map())).toThrow(KeyMissing);
    keys.references.clear();
    await expect(opener.openEnvelope(envelope)).rejects.toBeInstanceOf(KeyMissing);
  });

  it('fails with BrokenSeal where a part stands in another record or under another reference', async () => {
    const envelope = await sealer.sealRecord(household);
    await expect(opener.openEnvelope({ ...envelope, id: 'r-2' })).rejects.toBeInstanceOf(BrokenSeal);
    await expect(opener.openEnvelope({ ...envelope, source: '/agencies/housing/other' })).rejects.toBeInstanceOf(BrokenSeal);
    const [one, other] = envelope.sealed;
    if (one === undefined || other === undefined) throw new Error('two parts were expected');
    const swapped = [
      { ...one, ref: other.ref },
      { ...other, ref: one.ref },
    ];
    await expect(opener.openEnvelope({ ...envelope, sealed: swapped })).rejects.toBeInstanceOf(BrokenSeal);
  });

  it('says of an erased number that it was erased, each time it is asked', async () => {
    const [key] = (await store.keysFor('northgate', ['housing:T-1'])).values();
    erase('northgate', key?.number ?? 0);
    for (let time = 0; time < 2; time += 1) expect([...(await opener.prepare('northgate', [key?.number ?? 0])).values()]).toEqual([ERASED]);
  });
});
