import { defaultThresholds } from '@throughline/projections';
import type { ChronologyItem } from '../../api';
import { Assets } from '../../assets/assets';
import { Page } from '../rendering/page';
import { Templates } from '../rendering/templates';
import { filtersIn } from './filters';
import { timelineOf } from './timeline';

const settings = {
  code: 'northgate',
  name: 'Northgate',
  number: 1,
  agencies: [{ code: 'police', kind: 'police', name: 'Northgate Police' }],
  postcodes: [],
  schoolHolidays: [],
  thresholds: defaultThresholds,
};

const outline = {
  specversion: '1.0',
  id: 'call-out',
  source: '/agencies/police',
  type: 'throughline.police.incident-recorded.v1',
  time: '2024-03-04T22:10:00.000Z',
  recordedtime: '2024-03-05T09:00:00.000Z',
  partnership: 'northgate',
  datacontenttype: 'application/json',
} as const;

const item = (more: Partial<ChronologyItem> = {}): ChronologyItem => ({
  position: 'northgate:7',
  type: outline.type,
  occurredAt: outline.time,
  recordedAt: outline.recordedtime,
  agency: 'police',
  summary: 'Incident recorded by police (threats)',
  record: { ...outline, data: { people: [{ ref: 'police:N-1', role: 'victim' }], narrative: 'He came back.' } },
  corrected: null,
  retracted: null,
  alerts: [],
  ...more,
});

const by = { source: '/agencies/police', id: 'later' };

const shown = (entry: ChronologyItem): string => {
  const view = {
    id: 'p-1',
    name: 'Ann',
    refs: [],
    filters: filtersIn({}),
    errors: [],
    entries: timelineOf([entry], settings, [{ id: 'a-1', reason: 'No referral is recorded.' }]),
  };
  const html = new Templates(new Assets()).render(new Page('chronology/chronology.njk', 'Chronology', view), {
    visitor: undefined,
    formToken: '',
    path: '/people/p-1/chronology',
  });
  return html.replaceAll(/\s+/g, ' ');
};

describe('An entry of the chronology', () => {
  it('says when it happened, when it was recorded, by whom, and what it raised', () => {
    const html = shown(item({ alerts: ['a-1', 'a-2'] }));
    expect(html).toContain('by Northgate Police');
    expect(html).toMatch(/Happened <time[^>]*>4 March 2024 at 10:10pm GMT<\/time>, recorded <time[^>]*>5 March 2024 at 9am GMT/);
    expect(html).toContain('<a class="govuk-link" href="/alerts/a-1">No referral is recorded.</a>');
    expect(html).toContain('<a class="govuk-link" href="/alerts/a-2">An alert for your agency</a>');
    expect(html).not.toContain('<del');
  });

  it('that was corrected is struck through with the reason, and says what holds', () => {
    const replacement = { people: [], narrative: 'He rang.' };
    const html = shown(item({ corrected: { by, at: '2024-03-06T10:00:00.000Z', reason: 'Misheard', replacement } }));
    expect(html).toContain('<del class="tl-struck">Incident recorded by police (threats)</del>');
    expect(html).toContain('Northgate Police corrected this on 6 March 2024: Misheard');
    expect(html.indexOf('He rang.')).toBeGreaterThan(0);
    expect(html).toMatch(/What was recorded first.*<del class="tl-struck">.*He came back\./);
  });

  it('that was retracted stays, and tells nothing where its content is withheld', () => {
    const html = shown(
      item({ summary: 'Record retracted', record: outline, retracted: { by, at: '2024-03-06T10:00:00.000Z', reason: 'wrong-person' } }),
    );
    expect(html).toContain('Northgate Police took this back on 6 March 2024: wrong person.');
    expect(html).toContain('What it said is no longer shown.');
    expect(html).not.toContain('He came back.');
  });
});
