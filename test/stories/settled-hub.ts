import type { AlertView, ChronologyEntry, ChronologyView, HubUnderTest } from './hub-under-test';

/** A hub that has read everything and is told nothing more, so that what it was asked once it is not asked again. */
export class SettledHub implements HubUnderTest {
  private readonly answers = new Map<string, Promise<unknown>>();

  constructor(private readonly hub: HubUnderTest) {}

  alerts(): Promise<readonly AlertView[]> {
    return this.once(['alerts'], () => this.hub.alerts());
  }

  chronology(person: string, view: ChronologyView): Promise<readonly ChronologyEntry[]> {
    return this.once(['chronology', person, view], () => this.hub.chronology(person, view));
  }

  summary(person: string, asAt?: string): Promise<unknown> {
    return this.once(['summary', person, asAt ?? null], () => this.hub.summary(person, asAt));
  }

  private once<Answer>(question: readonly unknown[], ask: () => Promise<Answer>): Promise<Answer> {
    const name = JSON.stringify(question);
    const answer = (this.answers.get(name) as Promise<Answer> | undefined) ?? ask();
    this.answers.set(name, answer);
    return answer;
  }
}
