import { Gathered } from './gathered';

const later = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('questions that come together', () => {
  it('go out as one while another is under way, and everybody is answered', async () => {
    const asked: string[][] = [];
    const gathered = new Gathered<string, ReadonlySet<string>>(async (_partnership, items) => {
      asked.push([...items]);
      await later();
      return new Set(items);
    });
    const answers = await Promise.all(['a', 'b', 'c', 'b'].map((item) => gathered.get('northgate', [item])));
    expect(asked).toEqual([['a'], ['b', 'c']]);
    expect(answers.map((answer, place) => answer.has(['a', 'b', 'c', 'b'][place] ?? ''))).toEqual([true, true, true, true]);
  });

  it('of two partnerships do not wait for each other', async () => {
    const asked: string[] = [];
    const gathered = new Gathered<string, void>(async (partnership) => {
      asked.push(partnership);
      await later();
    });
    await Promise.all([gathered.get('northgate', ['a']), gathered.get('riverside', ['a'])]);
    expect(asked).toEqual(['northgate', 'riverside']);
  });

  it('fail together, and the next ones are asked again', async () => {
    let calls = 0;
    const gathered = new Gathered<string, string>(async () => {
      calls += 1;
      await later();
      if (calls < 3) throw new Error('away');
      return 'here';
    });
    const first = gathered.get('northgate', ['a']);
    const together = [gathered.get('northgate', ['b']), gathered.get('northgate', ['c'])];
    await expect(first).rejects.toThrow('away');
    for (const each of together) await expect(each).rejects.toThrow('away');
    await expect(gathered.get('northgate', ['d'])).resolves.toBe('here');
  });
});
