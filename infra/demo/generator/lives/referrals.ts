import { referralDecided, referralEscalated, referralFeedbackGiven, referralMade } from '@throughline/records';
import { HABITS, type Kind } from '../agencies/habits';
import { when } from '../chance';
import { narrative } from '../words/narratives';
import { castOf, withChildren } from './casts';
import { seeWhoLeads } from './leading';
import type { Life } from './life';

const isOfChildren = (kind: Kind): boolean => kind === 'mash' || kind === 'childrens-social-care';

/** Who walks beside a victim. */
const SPECIALISTS = ['idva', 'specialist-da'] as const;
type Specialist = (typeof SPECIALISTS)[number];

export const specialistAround = ({ around }: Life): Specialist | undefined => SPECIALISTS.find((kind) => around.has(kind));

export const specialistFor = (life: Life): Specialist =>
  life.has('specialist-da') && (!life.has('idva') || life.chance.is(0.35)) ? 'specialist-da' : 'idva';

/** A referral; answers its number. */
export const refer = (life: Life, from: Kind, to: Kind): string => {
  const { chance, risk } = life;
  seeWhoLeads(life, to);
  const referralId = life.numberOf(from, 'ref');
  const heard = { status: 'heard' as const, times: risk.timesHeard };
  const never = when(chance.is(0.4), { status: chance.pick(['never', 'not-known']) });
  life.answerInFull(
    referralMade,
    from,
    from === 'police' ? withChildren(life) : castOf(life, to),
    {
      referralId,
      service: to === 'marac' ? 'marac' : to === 'sanctuary' ? 'sanctuary' : HABITS[to].service,
      to: life.place.agency(to),
      reason: narrative(chance, 'referral'),
      concern: isOfChildren(to) ? chance.pick(['child-protection', 'child-in-need']) : when(chance.is(0.3), 'support'),
      personAgreed: when(chance.is(0.7), chance.is(0.85)),
      maracHistory: risk.timesHeard > 0 ? heard : never,
      sharingBasis: chance.pick(['public-task', 'consent', 'legal-obligation', 'vital-interests']),
      domesticAbuse: when(chance.is(0.5), true),
    },
    { maracHistory: undefined, concern: undefined },
    { maracHistory: { status: 'not-known' } },
  );
  life.around.refer(referralId, from, to);
  return referralId;
};

const LATE = [3, 12] as const;

/** The receiving agency decides: in its time, late, or never; and what follows where it takes the referral on, and where it does not. */
export const decide = (
  life: Life,
  from: Kind,
  to: Kind,
  referralId: string,
  accepts: number,
  taken: () => void,
  turnedAway = (): void => undefined,
): void => {
  const { chance } = life;
  life.owes(to, [0.05, 0.5], LATE, () => {
    const accepted = chance.is(accepts);
    // Who decides on papers alone has seen nobody.
    const seen = when(isOfChildren(to), accepted || chance.is(0.75));
    const whole = {
      referralId,
      outcome: accepted
        ? ('accepted' as const)
        : chance.pick(['declined', 'no-further-action', 'no-further-action', 'no-further-action', 'signposted', 'referred-on']),
      justification: narrative(chance, 'reason'),
      supportOffered: narrative(chance, 'support'),
      childSeenInPerson: seen,
      parentSeenInPerson: seen,
    };
    life.answerInFull(
      referralDecided,
      to,
      castOf(life, to),
      whole,
      { justification: undefined },
      { supportOffered: undefined },
      isOfChildren(to) ? { childSeenInPerson: false, parentSeenInPerson: false } : { supportOffered: undefined },
      isOfChildren(to)
        ? { childSeenInPerson: undefined, parentSeenInPerson: false }
        : { justification: undefined, supportOffered: undefined },
    );
    if (chance.is(0.35))
      life.after([0.5, 3], () => {
        const summary = narrative(chance, 'support');
        life.answer(referralFeedbackGiven, to, castOf(life, to), { referralId, summary });
      });
    if (accepted) {
      taken();
      return;
    }
    life.around.settle(referralId);
    turnedAway();
    if (isOfChildren(to) && life.risk.level !== 'standard' && from !== to)
      life.owes(from, [0.5, 4], [8, 15], () => {
        const reason = narrative(chance, 'escalation');
        life.answer(referralEscalated, from, castOf(life, to), { referralId, reason });
      });
  });
};
