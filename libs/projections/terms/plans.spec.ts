import { maracCaseHeard, meetingHeld, safetyPlanAgreed, strategyDiscussionHeld } from '@throughline/records';
import fc from 'fast-check';
import type { Entry } from '../case-file/entry';
import { planActionsOf, planRecords } from './plans';

const told = (type: string, data: object): Entry => ({ type, data: { people: [], ...data } }) as unknown as Entry;

describe('What a plan says is to be done', () => {
  it('stands in its actions, whatever the record calls them', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.string(), what: fc.string() }), { maxLength: 5 }), (actions) => {
        expect(planActionsOf(told(maracCaseHeard.type, { actions }))).toEqual(actions);
        expect(planActionsOf(told(safetyPlanAgreed.type, { actions }))).toEqual(actions);
        expect(planActionsOf(told(strategyDiscussionHeld.type, { plan: actions }))).toEqual(actions);
        expect(planActionsOf(told(meetingHeld.type, { actions }))).toEqual([]);
      }),
    );
  });

  it('is asked of hearings, strategy discussions and safety plans', () => {
    expect(planRecords.map(({ type }) => type)).toEqual([maracCaseHeard.type, strategyDiscussionHeld.type, safetyPlanAgreed.type]);
  });
});
