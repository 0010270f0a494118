import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { formatInstant, parseInstant } from './instant';

const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) });

describe('The text of an instant', () => {
  it('reads back as the same instant', () => {
    fc.assert(fc.property(instants, (instant) => parseInstant(formatInstant(instant)) === instant));
  });

  it('is read at every offset as Temporal reads it', () => {
    const offsets = fc.integer({ min: -1439, max: 1439 });
    fc.assert(
      fc.property(instants, offsets, fc.boolean(), (instant, minutes, lower) => {
        const size = Math.abs(minutes);
        const zone = `${minutes < 0 ? '-' : '+'}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
        const text = formatInstant(instant + minutes * 60_000).replace('Z', zone);
        expect(parseInstant(lower ? text.toLowerCase() : text)).toBe(instant);
        expect(Temporal.Instant.from(text).epochMilliseconds).toBe(instant);
      }),
    );
  });

  it.each([
    ['2024-03-04T10:00:00Z', '2024-03-04T10:00:00.000Z'],
    ['2024-03-04t10:00:00z', '2024-03-04T10:00:00.000Z'],
    ['2024-03-04T10:00:00+01:00', '2024-03-04T09:00:00.000Z'],
    ['2024-03-04T10:00:00-00:00', '2024-03-04T10:00:00.000Z'],
    ['2024-03-04T10:00:00.5Z', '2024-03-04T10:00:00.500Z'],
    ['2024-03-04T10:00:00.1239999999Z', '2024-03-04T10:00:00.123Z'],
    ['1969-12-31T23:59:59.9999Z', '1969-12-31T23:59:59.999Z'],
    ['2024-02-29T23:30:00-01:00', '2024-03-01T00:30:00.000Z'],
    ['0000-01-01T00:00:00Z', '0000-01-01T00:00:00.000Z'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31T23:59:59.999Z'],
  ])('%s is %s', (text, same) => {
    expect(formatInstant(parseInstant(text) ?? Number.NaN)).toBe(same);
  });

  it.each([
    ['has no zone', '2024-03-04T10:00:00'],
    ['is a day alone', '2024-03-04'],
    ['names a day that there is not', '2023-02-29T10:00:00Z'],
    ['names a month that there is not', '2024-13-01T10:00:00Z'],
    ['names hour 24', '2024-03-04T24:00:00Z'],
    ['names minute 60', '2024-03-04T10:60:00Z'],
    ['names a leap second', '2016-12-31T23:59:60Z'],
    ['has an offset of a day', '2024-03-04T10:00:00+24:00'],
    ['has an offset of 60 minutes', '2024-03-04T10:00:00+00:60'],
    ['has an offset without a colon', '2024-03-04T10:00:00+0100'],
    ['has no seconds', '2024-03-04T10:00Z'],
    ['has a fraction without digits', '2024-03-04T10:00:00.Z'],
    ['has a decimal comma', '2024-03-04T10:00:00,5Z'],
    ['has a space for the T', '2024-03-04 10:00:00Z'],
    ['is an ISO week date', '2024-W10-1T10:00:00Z'],
    ['has six digits of year', '+002024-03-04T10:00:00Z'],
    ['has a zone name', '2024-03-04T10:00:00[Europe/London]'],
    ['begins with a space', ' 2024-03-04T10:00:00Z'],
    ['ends with a line', '2024-03-04T10:00:00Z\n'],
    ['lies before the year 0 in UTC', '0000-01-01T00:00:00+01:00'],
    ['lies after the year 9999 in UTC', '9999-12-31T23:30:00-01:00'],
    ['is empty', ''],
  ])('is refused where it %s', (_why, text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
