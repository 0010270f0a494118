import type { Chance } from '../chance';

type Sentences = readonly [string, ...string[]];

/** Plain sentences that say what was seen, heard and done. Responsibility for abuse stays with the one who does harm. */
const SENTENCES = {
  callOut: [
    'Called by a neighbour who heard shouting and a door being broken.',
    'The caller asked for police and the line was cut; officers attended within nine minutes.',
    'Called by the eldest child, who had gone to a neighbour.',
    'Reported at the front desk the next day, after leaving for work as usual.',
    'Attended after a silent 999 call with the press of 55.',
    'A relative rang after receiving a message that asked for help.',
  ],
  seen: [
    'Both were spoken to apart. Marks were seen on the wrist and photographed.',
    'A phone lay broken in the hall. The victim was calm and frightened of what comes after the visit.',
    'The victim said that the keys and the bank card had been taken.',
    'The person posing risk had left before officers came, and was looked for.',
    'Reddening to the neck was seen; an ambulance was offered and accepted.',
    'Threats were read from the phone and kept as evidence.',
    'The person posing risk was arrested and removed from the address.',
  ],
  childrenSeen: [
    'The children were seen upstairs; the younger one would not come out from behind the bed.',
    'Each child was spoken to. They had heard everything.',
    'The children were asleep and were seen breathing and well.',
    'The school will be told in the morning.',
  ],
  disclosure: [
    'Told the worker when they were alone that it has been going on for some years.',
    'Spoke of messages at all hours, and of being followed to work.',
    'Is given no money of their own and must account for each purchase.',
    'Said that it is worse since the talk of separating.',
    'Asked that nothing be sent to the home, because letters are opened.',
    'Showed a bruise and said how it came about.',
  ],
  contact: [
    'Met at the surgery, where it is safe to talk.',
    'A call at the agreed time. Safety at home was gone through again.',
    'Talked through what a non-molestation order can and cannot do.',
    'Went together to the housing office.',
    'Looked at the plan and changed the code word.',
    'Spoke of sleeping badly, and of good days with the children.',
  ],
  noContact: [
    'Rang at the agreed time; no answer. No message left, because the phone is checked.',
    'Nobody came. The appointment clashes with the school run.',
    'The appointment letter may not have arrived: the address changed in the spring.',
    'A text from the agreed number was read and not answered.',
  ],
  barriers: [
    'Work starts at six and there is no time to talk unheard',
    'The phone is checked every evening',
    'Fears that the children will be taken',
    'Has told the story to four agencies and does not wish to tell it again',
    'No interpreter was booked',
    'No childcare for the little one',
  ],
  referral: [
    'Asks for support and wishes to know what is possible.',
    'Three reports within the year, and each was worse than the last.',
    'The children heard it and do not sleep.',
    'Wants to leave and does not know where to.',
    'Threats to kill were made in front of a witness.',
    'The risk was assessed and somebody should walk beside this family.',
  ],
  reason: [
    'Meets the threshold; a worker has been named.',
    'Known to us and already open; joined to the open work.',
    'The information was weighed with police and school.',
    'Support is in place with another service, which has confirmed it.',
    'The address was checked and the family has moved; passed on.',
  ],
  support: [
    'Weekly calls, and a named worker',
    'Freedom Programme from next month',
    'A place on the waiting list, and the number of the helpline',
    'Single assessment',
    'Locks changed and a fireproof letterbox',
    'Parenting support at the family hub',
  ],
  closing: [
    'All actions of the plan are done, and the order runs until next year.',
    'Lives elsewhere and is settled; knows how to come back.',
    'No contact for six weeks. The last calls were made at one time of the day only.',
    'Work has come to its end and was talked over together.',
    'The person posing risk was sentenced; the other services stay.',
  ],
  view: [
    'Agrees, and stays in touch until the summer.',
    'Too early: the order runs out in a month.',
    'Nothing new here since the spring; no objection.',
    'Was told of messages only last week; please wait for the meeting.',
  ],
  views: [
    'I like it when it is quiet',
    'I want Mum to laugh again',
    'I stay awake until the car has gone',
    'I want to see Dad, but only at the centre',
    'I told my teacher and nothing happened',
    'Drew the new house with a big lock on the door',
    'Turns away when the door is shut hard',
  ],
  review: [
    'The risk remains; contact at the handover is the moment to plan for.',
    'Lower since the move. The plan is kept as it is.',
    'Looked at together: three services had offered the same thing at the same hour.',
  ],
  offer: [
    'A meeting at the school, where it is safe',
    'A woman worker who speaks the language',
    'Calls in the lunch break, from a number that shows no name',
    'The same worker as last time',
  ],
  attendance: [
    'Attended alone. Seen in a side room.',
    'Brought by a friend, who waited outside.',
    'The partner answered the questions at first; then seen alone.',
    'Came with the baby for a check.',
  ],
  court: [
    'Guilty plea; suspended sentence with a programme',
    'Found guilty; eighteen months',
    'Withdrawn; no evidence offered',
    'Found not guilty',
  ],
  conditions: ['Not to come within 100 metres of the home', 'No contact, direct or through others', 'Not to come to the school'],
  condition: ['No contact with the family', 'To live where approved', 'Not to enter the exclusion zone', 'To attend the programme'],
  action: [
    'Visit and review the locks',
    'Arrange a safe time and number for calls',
    'Serve the notice and explain its conditions',
    'Tell the school who may fetch the children',
    'Flag the record, and see the patient alone',
    'Speak with the person posing risk about the programme',
    'Apply for the order',
    'Offer a health check and support with sleep',
  ],
  measures: ['New locks', 'Letterbox guard', 'Door and window alarms', 'Safe room', 'Lighting at the back', 'Window film'],
  workers: [
    'R. Lindqvist',
    'J. Okafor',
    'S. Whitmore',
    'A. Begum',
    'M. Fairley',
    'P. Kowal',
    'D. Asante',
    'L. Greaves',
    'T. Hussain',
    'C. Moran',
  ],
  riskFactors: ['Contact at handover', 'Alcohol in the home', 'Debt in the victim’s name', 'The family is isolated', 'Recent separation'],
  schools: ['Hill Lane', 'Lindley Road', 'St Wilfrid’s', 'Brook Vale', 'Foundry Green', 'Manor Top'],
  programmes: ['Building Better Relationships', 'Change Together', 'Caring Dads'],
  decisions: ['Where to live', 'Whether to take up support', 'How to spend the pension'],
  legalBasis: ['Interim care order', 'Police protection', 'Agreement under section 20'],
  escalation: ['The children were not seen before the decision', 'There is a new report since', 'The reason given does not answer ours'],
  homelessness: ['Cannot safely go back to the home', 'Asked to leave by relatives after two weeks on the sofa'],
  areas: ['Leeds', 'Nottingham', 'Greenwich', 'Hull', 'Bradford'],
} as const satisfies Readonly<Record<string, Sentences>>;

export type Topic = keyof typeof SENTENCES;

/** One sentence on each topic, in their order. */
export const narrative = (chance: Chance, ...topics: readonly Topic[]): string =>
  topics.map((topic) => chance.pick<string>(SENTENCES[topic])).join(' ');

/** Some of the phrases of one topic, at least one. */
export const phrases = (chance: Chance, topic: Topic, often: number): string[] => {
  const some = chance.some<string>(SENTENCES[topic], often);
  return some.length > 0 ? some : [chance.pick<string>(SENTENCES[topic])];
};
