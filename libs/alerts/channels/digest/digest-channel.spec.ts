import type { DigestNotice, Message } from '../channel';
import { channelContract } from '../contract';
import { messageTo } from '../testing/messages';
import { HUB, PostOffice } from '../testing/post-office';
import { DigestChannel } from './digest-channel';

let made = 0;

const digest = (alerts = 3): Message<DigestNotice> => {
  made += 1;
  return {
    ...messageTo({ name: '7', address: 'duty@sanctuary.example' }),
    key: `digest.${made}`,
    notice: { kind: 'know', day: '2024-03-05', alerts },
  };
};

const open = (...parts: ConstructorParameters<typeof DigestChannel>): DigestChannel => new DigestChannel(...parts);

channelContract<DigestNotice>('digest', () => PostOffice.harness(open, digest));

describe('A digest by mail', () => {
  it('says how many there are, of what kind, and where to sign in', async () => {
    const office = await PostOffice.open(open);
    await office.channel.deliver(digest(1));
    await office.channel.deliver({ ...digest(12), notice: { kind: 'tidy', day: '2024-03-04', alerts: 12 } });
    const texts = office.texts();
    expect(texts[0]).toContain('there is 1 thing to know');
    expect(texts[1]).toContain('there are 12 things to put right');
    for (const text of texts) expect(text).toContain(`${HUB}/my-work`);
    await office.close();
  }, 30_000);
});
