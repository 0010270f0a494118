import { leadAgencyNominated } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import { victimAlone } from './casts';
import type { Life } from './life';

const CHOSEN: readonly [Kind, ...Kind[]] = ['idva', 'idva', 'specialist-da', 'childrens-social-care', 'housing'];

/** So many agencies that somebody has to lead. */
const MANY = 5;

/** The person chooses who leads, or the professionals do. */
export const nominateLead = (life: Life, but?: Kind, coming?: Kind): void => {
  const { chance, place, around } = life;
  const working = around.workers().filter((kind) => kind !== but);
  const there = working.length > 0 ? working : [...(coming === undefined ? [] : [coming]), ...around.but(but)];
  const chosen = chance.pick(CHOSEN);
  const kind = there.includes(chosen) ? chosen : there[0];
  const agency = kind === undefined ? undefined : place.agency(kind);
  if (kind === undefined || agency === undefined) return;
  around.lead = kind;
  const chosenBy = chance.is(0.75) ? 'the-person' : 'professionals';
  life.answer(leadAgencyNominated, life.has('idva') ? 'idva' : kind, victimAlone(life), { agency, chosenBy });
};

/** With the one who comes there are many, or two who must not work past each other: somebody is to lead, before that begins. */
export const seeWhoLeads = (life: Life, coming: Kind): void => {
  const { around } = life;
  if (around.lead !== undefined) return;
  const all = new Set([...around.but(coming), coming]);
  const both = all.has('idva') && all.has('childrens-social-care');
  if (!both && all.size < MANY) return;
  const nominate = (): void => {
    if (around.lead === undefined) nominateLead(life, undefined, coming);
  };
  if (life.keeps('idva')) nominate();
  else life.after([3, 9], nominate);
};

/** Before the agency that leads goes, another one does. */
export const handOver = (life: Life, kind: Kind): void => {
  if (life.around.lead !== kind) return;
  life.around.lead = undefined;
  if (life.keeps(kind)) nominateLead(life, kind);
  else
    life.after([2, 6], () => {
      if (life.around.lead === undefined) nominateLead(life, kind);
    });
};
