import type { RefToken } from '@throughline/kernel';
import {
  agencyKind,
  atRiskIn,
  closeFamily,
  concernsWhom,
  type Entry,
  involvedAgencies,
  isSubjectSide,
  knownToMaracUntil,
  type PersonFile,
  receiverOf,
  victimsOf,
} from '@throughline/projections';
import {
  caseOpened,
  type CommonData,
  involvementStarted,
  is,
  maracCaseHeard,
  maracCaseListed,
  maracTransferReceived,
  referralMade,
} from '@throughline/records';
import { acknowledgement, agency, defineSafeguard, type Finding, type JudgedCase } from '../safeguard';

/** Kinds of agency whose professionals are offered safeguarding supervision. */
const SUPERVISED: ReadonlySet<string | undefined> = new Set(['gp', 'hospital', 'community-health', 'mental-health', 'education']);

type Mark = NonNullable<ReturnType<typeof knownToMaracUntil>>;

interface Known {
  readonly person: PersonFile;
  readonly about: RefToken;
  readonly mark: Mark;
}

/** Whom of a record's people, or else of their parents and children, MARAC knows; a victim before a child. */
const knownAmong = (trigger: Entry, file: JudgedCase): Known | undefined => {
  const about = concernsWhom(trigger);
  if (!isSubjectSide(file.fileOf(about), trigger)) return undefined;
  const named = atRiskIn(trigger).map((ref) => ({ person: file.fileOf(ref), about: ref }));
  const others = closeFamily(file, file.fileOf(about)).map((person) => ({ person, about }));
  const found = [...named, ...others].flatMap((each) => {
    const mark = knownToMaracUntil(each.person, trigger.time);
    return mark === undefined || mark.by.index > trigger.index ? [] : [{ ...each, mark }];
  });
  return found.find(({ person }) => person.hasBeen('victim')) ?? found[0];
};

/** Agencies that are involved from this record on, and were not before. */
const newlyInvolved = (trigger: Entry, file: JudgedCase, person: PersonFile): readonly string[] => {
  const named = is(referralMade, trigger) ? [receiverOf(file, trigger), trigger.agency] : [trigger.agency];
  return involvedAgencies(file, person)
    .filter((involvement) => named.includes(involvement.agency) && involvement.since >= trigger.time)
    .map((involvement) => involvement.agency);
};

const tell = (codes: readonly string[], { about, mark }: Known, trigger: Entry, file: JudgedCase): readonly Finding[] => {
  const told = codes.filter((code) => agencyKind(file.settings, code) !== 'marac');
  const isSupervised = (code: string): boolean => SUPERVISED.has(agencyKind(file.settings, code));
  const evidence = mark.by.index === trigger.index ? [trigger] : [trigger, mark.by];
  const words = `This family is known to MARAC: log it until ${mark.until}, and bring what you know to the meeting.`;
  return [
    { to: told.filter((code) => !isSupervised(code)).map(agency), about, evidence, reason: words },
    {
      to: told.filter(isSupervised).map(agency),
      about,
      evidence,
      reason: `${words} Safeguarding advice and supervision are offered to the professional who works with them.`,
    },
  ];
};

/** Whoever works with a family knows that MARAC does. */
export const knownToMarac = defineSafeguard<CommonData>({
  id: 'known-to-marac',
  version: 1,
  source: {
    seed: '000',
    quote: 'Health Professionals should be informed that a child/family that they are currently involved with is known to MARAC',
  },
  class: 'know',
  watches: 'A case is listed for MARAC, heard at it or transferred here, or an agency becomes involved within 12 months after.',
  tells: 'Every involved agency; health and education with an offer of safeguarding supervision; to be logged until the marker ends',
  due: 'No time; it is acknowledged',
  silentWhen:
    'The case was only referred, the marker has ended, it is about somebody else who lives with them, the agency was involved before, or it is MARAC itself.',
  on: [maracCaseListed, maracCaseHeard, maracTransferReceived, involvementStarted, caseOpened, referralMade],
  standing: true,
  answer: acknowledgement,
  judge: (trigger, file) => {
    if (is(maracCaseListed, trigger) || is(maracCaseHeard, trigger) || is(maracTransferReceived, trigger)) {
      return [...victimsOf(trigger, file)].flatMap(([person, about]) => {
        const mark = knownToMaracUntil(person, Math.max(trigger.time, file.at));
        if (mark === undefined) return [];
        const involved = involvedAgencies(file, person).map((involvement) => involvement.agency);
        return tell(
          involved.filter((code) => code !== trigger.agency),
          { person, about, mark },
          trigger,
          file,
        );
      });
    }
    const known = knownAmong(trigger, file);
    return known === undefined ? [] : tell(newlyInvolved(trigger, file, known.person), known, trigger, file);
  },
});
