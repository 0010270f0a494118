import { type DigestNotice, digestTime, lastDigestDay } from '@throughline/alerts';
import type { PoolClient } from 'pg';
import { type Planned, type PlanParts, putDeliveries } from './plan';

/**
 * Gathers what came together for each agency since the last digest, where one is due and was not made yet. What is gathered is
 * marked, so that no alert is in two digests or in none. What is over by then is not told: nobody would find it.
 */
export const planDigests = async (client: PoolClient, parts: PlanParts): Promise<void> => {
  const now = parts.now();
  for (const kind of ['know', 'tidy'] as const) {
    const day = lastDigestDay(kind, now);
    const { rowCount } = await client.query('INSERT INTO hub.digests (kind, day) VALUES ($1, $2) ON CONFLICT DO NOTHING', [kind, day]);
    if (rowCount === 0) continue;
    const { rows } = await client.query<{ partnership: string; agency: string; alerts: bigint }>(
      `WITH gathered AS (
         UPDATE hub.alert_changes c SET digest = $2 FROM hub.alert_clocks k
          WHERE k.partnership = c.partnership AND c.raised_at >= k.started_at AND c.class = $1 AND c.class IN ('know', 'tidy')
            AND c.digest IS NULL AND c.change = 'raised' AND c.raised_at < $3
          RETURNING c.partnership, c.agency, c.alert
       ), over AS (
         SELECT DISTINCT ON (partnership, alert) partnership, alert, status IN ('closed', 'superseded') AS is_over FROM hub.alert_changes
          WHERE class = $1 AND change = 'changed' ORDER BY partnership, alert, number DESC
       ) SELECT g.partnership, g.agency, count(*) AS alerts FROM gathered g LEFT JOIN over o USING (partnership, alert)
          WHERE o.is_over IS NOT TRUE GROUP BY 1, 2 ORDER BY 1, 2`,
      // What was raised since is for the next one: what a digest tells does not hang on how late it is made.
      [kind, day, digestTime(day)],
    );
    if (!parts.hasMail || rows.length === 0) continue;
    const targets = await parts.targets.of([...new Set(rows.map(({ agency }) => agency))], client);
    const planned = rows.flatMap(({ partnership, agency, alerts }): readonly Planned[] => {
      const notice: DigestNotice = { kind, day, alerts: Number(alerts) };
      // One mail for an agency: to the address of the whole of it, where it has one.
      const { mail = [] } = targets.get(agency) ?? {};
      const target = mail.find(({ service }) => service === null) ?? mail[0];
      if (target === undefined) return [];
      return [
        {
          key: `digest.${kind}.${day}.${partnership}.${agency}`,
          channel: 'digest',
          target: String(target.number),
          partnership,
          agency,
          notice,
        },
      ];
    });
    await putDeliveries(client, planned, { now, reference: parts.reference });
  }
};
