import { datesInWords, dayInWords, dayOfMoment, momentInWords, readTypedDay } from './dates';

describe('A date', () => {
  it.each([
    ['2024-03-04', '4 March 2024'],
    ['1984-03', 'March 1984'],
    ['1984', '1984'],
  ])('%s reads %s', (day, words) => {
    expect(dayInWords(day)).toBe(words);
  });

  it('in a phrase is put in words where it stands', () => {
    expect(datesInWords('Heard at MARAC on 2026-10-22: high risk')).toBe('Heard at MARAC on 22 October 2026: high risk');
  });

  it.each([
    ['4 3 2024', '2024-03-04'],
    ['04/03/2024', '2024-03-04'],
    ['4 March 2024', '2024-03-04'],
    ['4 mar 2024', '2024-03-04'],
    [' 2024-03-04 ', '2024-03-04'],
    ['31 2 2024', undefined],
    ['4 Marvellous 2024', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('typed as %p is %p', (typed, day) => {
    expect(readTypedDay(typed)).toBe(day);
  });
});

describe('A moment', () => {
  it.each([
    ['2024-03-04T10:05:00.000Z', '4 March 2024 at 10:05am GMT'],
    ['2024-07-04T10:00:00.000Z', '4 July 2024 at 11am BST'],
    ['2024-07-03T23:30:00.000Z', '4 July 2024 at 12:30am BST'],
    ['2024-03-04T00:00:00.000Z', '4 March 2024 at midnight GMT'],
    ['2024-03-04T12:00:00.000Z', '4 March 2024 at midday GMT'],
    ['2024-03-04T23:59:59.999Z', 'end of 4 March 2024'],
    ['2024-03-04T23:59:00.000Z', '4 March 2024 at 11:59pm GMT'],
  ])('%s reads %s', (moment, words) => {
    expect(momentInWords(moment)).toBe(words);
  });

  it('belongs to the day that it is in London', () => {
    expect(dayOfMoment('2024-07-03T23:30:00.000Z')).toBe('4 July 2024');
  });
});
