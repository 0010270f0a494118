import { incident } from '../publishing/events';
import { binary, structured } from './agency';
import type { Door } from './door';
import { until } from './until';

const MESSAGES = 1_500;

/** At least once in, effect once, and no rejection forgotten. */
export const killedHub = (given: () => Door, restart: () => Promise<void>): void => {
  it('are all taken once, in their order, and every faulty one is rejected', async () => {
    const { police } = given();
    const person = { subject: 'police:K-9' };
    const people = [{ ref: 'police:K-9', role: 'victim' }];
    const records = Array.from({ length: MESSAGES }, () => incident(person, { people }));
    const isFaulty = (index: number): boolean => index % 50 === 7;
    const messages = records.map((record, index) => {
      const sent = isFaulty(index) ? { ...record, time: record.id } : record;
      return index % 2 === 0 ? structured(sent, record.id) : { ...binary(sent), key: record.id };
    });
    const { high: before } = await police.cluster.bounds('throughline.rejected.police');
    await police.cluster.send('police', messages);
    const { high: all } = await police.cluster.bounds('throughline.inbound.police');
    await until('some are taken', async () => (await police.cluster.bounds('throughline.inbound.police')).low > all - MESSAGES);
    await restart();
    await police.emptied();

    const good = records.filter((_, index) => !isFaulty(index));
    const position = await police.held(good.at(-1));
    const taken = await given().police.recordsOf('police:K-9', position);
    expect(taken).toEqual(good.map(({ id }) => id));
    const rejected = await police.cluster.rejections('police', before);
    const expected = records.filter((_, index) => isFaulty(index)).map(({ id }) => id);
    expect([...new Set(rejected.map(({ key }) => key))]).toEqual(expected);
  }, 120_000);
};
