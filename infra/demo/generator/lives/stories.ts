import { deathRecorded } from '@throughline/records';
import { DAY, londonDay } from '@throughline/kernel';
import type { Kind } from '../agencies/habits';
import { daysLater, type Moment } from '../calendar';
import type { Chance } from '../chance';
import { callOut } from './call-out';
import { victimAlone } from './casts';
import { childrensSocialCare, enrol, hearChild, meet } from './children';
import { mark, move, noteDetails, shelter } from './home';
import { court, order, programme, release } from './justice';
import type { Life } from './life';
import { marac, transferElsewhere } from './marac';
import { assessRisk } from './risk';
import { alongside, contact, referredTo, support } from './support';
import { assessCapacity, attend, disclose } from './telling';
import { ask, giveView, nominateLead, review } from './together';

/** How much of a family's life agencies record. */
export type FamilyKind = 'quiet' | 'ordinary' | 'busy';

/** Most families are seen once or twice; a few fill the desks of nine agencies. */
export const kindOfFamily = (chance: Chance): FamilyKind => {
  const draw = chance.next();
  return draw < 0.55 ? 'quiet' : draw < 0.96 ? 'ordinary' : 'busy';
};

const NOTICES = [
  'gp',
  'hospital',
  'community-health',
  'education',
  'housing',
  'mental-health',
  'community-safety',
  'substance-misuse',
] as const;
const WALKS_ALONGSIDE = [
  'mental-health',
  'substance-misuse',
  'community-health',
  'probation',
  'adult-social-care',
  'community-safety',
  'education',
] as const;

const somewhere = (life: Life, kinds: readonly [Kind, ...Kind[]]): Kind => {
  const there = kinds.filter((kind) => life.has(kind));
  return there[life.chance.between(0, there.length - 1)] ?? 'police';
};

/** Seen once, and again perhaps: two to ten records. */
const quiet = (life: Life, at: Moment): void => {
  const { chance } = life;
  const kind = somewhere(life, NOTICES);
  switch (chance.between(0, 4)) {
    case 0:
      attend(life, 'gp', at);
      disclose(life, 'gp', daysLater(chance, at, 1, 30));
      break;
    case 1:
      callOut(life, at, 0);
      break;
    case 2:
      disclose(life, kind, at);
      referredTo(life, kind, somewhere(life, ['specialist-da', 'idva']), daysLater(chance, at, 0.2, 4), 20, 12);
      break;
    case 3:
      enrol(life, at);
      noteDetails(life, daysLater(chance, at, 1, 20), kind);
      contact(life, kind, daysLater(chance, at, 3, 40));
      break;
    default:
      noteDetails(life, at, kind);
      attend(life, 'hospital', daysLater(chance, at, 1, 60));
      if (chance.is(0.4)) ask(life, daysLater(chance, at, 2, 70), somewhere(life, ['childrens-social-care', 'mash']));
  }
  if (chance.is(0.15)) review(life, daysLater(chance, at, 5, 40), kind);
};

/** What follows when one agency has noticed: some months in which several work with the family. Answers when it was calm. */
const months = (life: Life, at: Moment, before: number): Moment => {
  const { chance } = life;
  const police = chance.is(0.7);
  const noticed = police ? 'police' : somewhere(life, NOTICES);
  const begun = police ? callOut(life, at, before) : at;
  if (!police) {
    disclose(life, noticed, at);
    if (life.well()) assessRisk(life, noticed, daysLater(chance, at, 0.2, 4));
  }
  const next = (): Moment => daysLater(chance, begun, 0.3, life.well() ? 3 : 12);
  const ends = [begun];
  if (chance.is(0.75)) ends.push(childrensSocialCare(life, noticed, next()));
  if (life.has('idva') && chance.is(0.6)) ends.push(referredTo(life, noticed, 'idva', next(), chance.between(30, 120), 9));
  else if (chance.is(0.4)) ends.push(referredTo(life, noticed, 'specialist-da', next(), chance.between(30, 150), 14));
  if (life.level === 'high' && life.well())
    ends.push(marac(life, life.has('idva') ? chance.pick(['police', 'idva', noticed]) : noticed, next()));
  if (chance.is(0.2)) ends.push(order(life, next()));
  if (chance.is(0.15)) ends.push(move(life, next()));
  if (chance.is(0.12)) shelter(life, next());
  if (chance.is(0.15)) mark(life, next());
  if (chance.is(0.25)) ask(life, next(), somewhere(life, ['childrens-social-care', 'mash', 'idva']));
  if (chance.is(0.12)) court(life, begun);
  if (chance.is(0.06)) programme(life, daysLater(chance, begun, 30, 120));
  if (chance.is(0.1)) assessCapacity(life, next());
  if (chance.is(0.2)) attend(life, somewhere(life, ['hospital', 'gp']), next());
  if (life.timesHeard > 0 && chance.is(0.08)) transferElsewhere(life, daysLater(chance, begun, 40, 90));
  return Math.max(...ends);
};

const ordinary = (life: Life, at: Moment): void => {
  const { chance } = life;
  enrol(life, at);
  let now = months(life, at, 0);
  for (let before = 1; chance.is(0.45) && before < 4; before += 1) now = months(life, daysLater(chance, now, 10, 160), before);
  if (chance.is(0.1)) alongside(life, somewhere(life, WALKS_ALONGSIDE), daysLater(chance, at, 10, 60), 90, 18);
  if (chance.is(0.1)) noteDetails(life, now, somewhere(life, ['housing', 'gp', 'education']));
};

const ONE_MONTH = 30 * DAY;

/** What happens in one month of a busy family, beside the work that goes on. */
const busyMonth = (life: Life, at: Moment, month: number): void => {
  const { chance } = life;
  const sometime = (): Moment => daysLater(chance, at, 0, 28);
  if (chance.is(0.4)) callOut(life, sometime(), month);
  if (chance.is(0.25)) assessRisk(life, somewhere(life, ['idva', 'specialist-da', 'childrens-social-care']), sometime());
  if (life.level === 'high' && chance.is(0.3)) marac(life, somewhere(life, ['idva', 'police']), sometime());
  if (chance.is(0.5)) attend(life, somewhere(life, ['gp', 'hospital', 'community-health', 'mental-health']), sometime());
  if (chance.is(0.1)) disclose(life, somewhere(life, NOTICES), sometime());
  if (chance.is(0.12)) order(life, sometime());
  if (chance.is(0.3)) meet(life, sometime(), 'professionals', somewhere(life, ['childrens-social-care', 'idva']));
  if (chance.is(0.2)) ask(life, sometime(), somewhere(life, ['childrens-social-care', 'mash', 'marac']));
  if (chance.is(0.2)) review(life, sometime(), somewhere(life, ['idva', 'marac', 'childrens-social-care']));
  if (chance.is(0.1)) giveView(life, sometime(), somewhere(life, ['education', 'gp', 'probation', 'community-health']));
  if (chance.is(0.15)) hearChild(life, sometime());
  if (chance.is(0.06)) mark(life, sometime());
  if (chance.is(0.04)) release(life, sometime());
  if (chance.is(0.03)) court(life, sometime());
  if (chance.is(0.03)) move(life, sometime());
};

/** Nine agencies at once, some ten records a month, for one to three years. */
const busy = (life: Life, at: Moment, until: Moment): void => {
  const { chance } = life;
  enrol(life, at);
  nominateLead(life, daysLater(chance, at, 10, 60));
  childrensSocialCare(life, 'police', daysLater(chance, at, 1, 20));
  const stays = until - at;
  const days = Math.floor(stays / DAY);
  referredTo(life, 'police', 'idva', daysLater(chance, at, 0.5, 5), Math.floor(days * 0.6), 22);
  support(life, 'specialist-da', daysLater(chance, at, 20, 90), Math.floor(days * 0.4), 40);
  for (const kind of chance.some(WALKS_ALONGSIDE, 0.5)) alongside(life, kind, daysLater(chance, at, 5, 120), Math.floor(days * 0.5), 45);
  if (chance.is(0.5)) programme(life, daysLater(chance, at, 60, 200));
  for (let month = 0; month * ONE_MONTH < stays; month += 1) busyMonth(life, at + month * ONE_MONTH, month);
};

/** Rarely, and by any cause. */
const die = (life: Life, at: Moment): void => {
  life.tell(deathRecorded, 'police', at, victimAlone(life), {
    diedOn: londonDay(at - DAY),
    manner: life.chance.pick(['natural', 'natural', 'unexplained', 'suspected-suicide']),
  });
};

/** Tells a family's life from the day on which it is first recorded; what would come after `until` is not told by whoever writes it out. */
export const live = (life: Life, kind: FamilyKind, at: Moment, until: Moment): void => {
  switch (kind) {
    case 'quiet':
      quiet(life, at);
      break;
    case 'ordinary':
      ordinary(life, at);
      break;
    case 'busy':
      busy(life, at, until);
      break;
    default:
      kind satisfies never;
  }
  if (kind === 'ordinary' && life.chance.is(0.01)) {
    const last = Math.max(...life.told.map((told) => told.at));
    die(life, daysLater(life.chance, last, 20, 200));
  }
};
