import type { Actor } from '@throughline/access';
import { agencyOfRef, refNumber, refOfId, type RefToken, refToken } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import type { Reading } from '../parts';

/** A person as they were asked for: a reference's number in its partnership. */
export interface Whom {
  readonly partnership: string;
  readonly ref: RefToken;
}

/** What everybody reads who may not read about a person, and everybody who asks for nobody: the two must look the same. */
export const noSuchPerson = (): Problem => new Problem(404, 'there is no such person');

/** The partnerships that a call is about: the one that it names, or all of the caller's. Fails with 403 where it names another. */
export const partnershipsAsked = (actor: Actor, named: string | undefined): readonly string[] => {
  if (named === undefined) return actor.partnerships;
  if (actor.partnerships.includes(named)) return [named];
  throw new Problem(403, 'the partnership is not one of yours');
};

/**
 * Finds whom an id or a reference means. A reference is looked up in its own agency's partnership, and one that no record ever
 * named leaves no trace of having been asked for.
 */
export const findWhom = async (
  { keys, settings, pool, liveSchema }: Reading,
  text: string,
  partnerships: readonly string[],
): Promise<Whom | undefined> => {
  const agency = agencyOfRef(text);
  if (agency !== undefined) {
    for (const partnership of settings.partnershipsOfAgency(agency)) {
      if (!partnerships.includes(partnership)) continue;
      const number = (await keys.find(partnership, [text])).get(text);
      if (number !== undefined) return { partnership, ref: refToken(number) };
    }
    return undefined;
  }
  const ref = refOfId(text);
  if (ref === undefined) return undefined;
  const { rows } = await pool.query<{ partnership: string }>(
    `SELECT partnership FROM ${await liveSchema()}.memberships WHERE partnership = ANY($1) AND ref = $2 LIMIT 1`,
    [partnerships, refNumber(ref)],
  );
  return rows[0] === undefined ? undefined : { partnership: rows[0].partnership, ref };
};

/** Writes down that somebody asked for nobody, then says so. */
export const refuseNobody = async (
  { disclosures }: Reading,
  actor: Actor,
  what: string,
  partnerships: readonly string[],
): Promise<never> => {
  const [partnership] = partnerships;
  if (partnership !== undefined) await disclosures.write(actor, [{ partnership, outcome: 'refused', what, basis: '' }]);
  throw noSuchPerson();
};
