import { Agenda } from './agenda';

describe('the agenda of a life', () => {
  it('is done in the order of time, and for one moment in the order in which it was put there', () => {
    const agenda = new Agenda();
    const done: string[] = [];
    agenda.put(2, () => done.push('second'));
    agenda.put(1, () => {
      done.push('first');
      agenda.put(2, () => done.push('third'));
      agenda.put(0, () => done.push(`what was due before is done at ${agenda.now}`));
    });
    agenda.put(9, () => done.push('later'));
    agenda.unfold(5);
    expect(done).toEqual(['first', 'what was due before is done at 1', 'second', 'third']);
    expect(agenda.now).toBe(2);
  });

  it('goes on where it stopped', () => {
    const agenda = new Agenda();
    const done: number[] = [];
    for (const at of [3, 6]) agenda.put(at, () => done.push(at));
    agenda.unfold(4);
    agenda.unfold(8);
    expect(done).toEqual([3, 6]);
  });
});
