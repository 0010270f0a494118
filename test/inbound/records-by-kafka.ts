import { incident, retractionOf, stranger } from '../publishing/events';
import { binary, structured } from './agency';
import type { Door } from './door';

const REJECTED = 'throughline_intake_inbound_rejected_total';
const TAKEN = 'throughline_intake_inbound_taken_total';

/** What comes by Kafka is the same as what comes over HTTP. */
export const recordsByKafka = (given: () => Door): void => {
  it('in structured and in binary mode are stored, and their plain text is deleted from the topic', async () => {
    const { police } = given();
    const [one, other] = [incident(), incident({ subject: 'police:N-1050', traceparent: '00-planted-01' })];
    const before = await police.figure(TAKEN, 'outcome="accepted"');
    expect(await police.send(structured(one), binary(other))).toEqual([]);
    await police.held(one);
    await police.held(other);
    expect(await police.figure(TAKEN, 'outcome="accepted"')).toBe(before + 2);
    const { low, high } = await police.cluster.bounds('throughline.inbound.police');
    expect(low).toBe(high);
  });

  it('take header values as they are, UTF-8 without percent-encoding', async () => {
    const { police } = given();
    const record = incident({ id: 'Zoë 50%20 "ß"' });
    expect(await police.send(binary(record))).toEqual([]);
    await police.held(record);
  });

  it('that came by HTTP as well are one: accepted once, one line in the chronology, and other content is a conflict', async () => {
    const { police } = given();
    const record = stranger('Heard from the stairs');
    expect(await police.publish(record)).toMatchObject({ status: 202, accepted: 1, duplicates: 0 });
    const before = await police.figure(TAKEN, 'outcome="duplicate"');
    expect(await police.send(structured(record), binary(record), structured(record))).toEqual([]);
    expect(await police.figure(TAKEN, 'outcome="duplicate"')).toBe(before + 3);

    const other = { ...record, data: { ...record.data, narrative: 'Something else' } };
    const conflicts = await police.figure(REJECTED, 'status="409"');
    const [conflict, ...more] = await police.send(structured(other, 'its key'));
    expect(more).toEqual([]);
    expect(conflict).toMatchObject({
      key: 'its key',
      headers: { 'content-type': 'application/cloudevents+json; charset=UTF-8' },
      document: { status: 409, errors: [{ index: 0, pointer: '/id' }], record: other },
    });
    expect(await police.figure(REJECTED, 'status="409"')).toBe(conflicts + 1);
    expect(await police.recordsOf(record.subject, await police.held(record))).toEqual([record.id]);
  });

  it('keep their order, good ones among faulty ones', async () => {
    const { police } = given();
    const person = { subject: 'police:Q-7' };
    const people = [{ ref: 'police:Q-7', role: 'victim' }];
    const records = Array.from({ length: 60 }, () => incident(person, { people }));
    const messages = records.map((record, index) => {
      const sent = index % 10 === 3 ? { ...record, time: 'yesterday' } : record;
      return index % 2 === 0 ? structured(sent) : binary(sent);
    });
    const rejected = await police.send(...messages);
    expect(rejected.map(({ document }) => document.errors?.[0]?.pointer)).toEqual(Array(6).fill('/time'));
    const good = records.filter((_, index) => index % 10 !== 3);
    const last = good.at(-1);
    expect(await police.recordsOf('police:Q-7', await police.held(last))).toEqual(good.map(({ id }) => id));
  });

  it('may correct what came just before, and not what nobody holds', async () => {
    const { police } = given();
    const record = incident();
    const [unknown, ...more] = await police.send(
      structured(record),
      structured(retractionOf(record)),
      structured(retractionOf(incident())),
    );
    expect(more).toEqual([]);
    expect(unknown?.document).toMatchObject({ status: 422, errors: [{ index: 0, pointer: '/data/retracts' }] });
  });

  it('are of the agency whose topic it is: any other is 403, with no way to import', async () => {
    const { police } = given();
    const [foreign, imported] = await police.send(
      structured(incident({ source: '/agencies/housing' })),
      structured(incident({ recordedtime: '2020-01-01T00:00:00Z' })),
    );
    expect(foreign?.document).toMatchObject({
      status: 403,
      errors: expect.arrayContaining([expect.objectContaining({ pointer: '/source' })]) as [],
    });
    expect(imported?.document).toMatchObject({ status: 422, errors: [{ index: 0, pointer: '/recordedtime' }] });
  });
};
