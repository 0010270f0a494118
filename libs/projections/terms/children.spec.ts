import { addDays } from '@throughline/kernel';
import { deathRecorded, detailsRecorded, type PersonDetails, type Role } from '@throughline/records';
import fc from 'fast-check';
import { entryOf, type Noted } from '../case-file/testing/history';
import { PersonFile } from '../case-file/person-file';
import { childInWords, childrenAmong, isAged } from './children';

const person = (details: PersonDetails = {}, role: Role = 'child', ...more: readonly Noted[]) =>
  PersonFile.of(
    ['#1'],
    [{ type: detailsRecorded, on: '2024-01-10', people: { '#1': role }, details: { '#1': details } }, ...more].map(entryOf),
  );
const words = (file: PersonFile) => childrenAmong([file], '2024-03-04').map(childInWords);

describe('Children among people', () => {
  it.each([
    ['2024-03-04', ['a child under 1']],
    ['2022-03-04', ['a child of 2']],
    ['2022-03-05', ['a child of 1']],
    ['2006-03-05', ['a child of 17']],
    ['2006-03-04', []],
    ['2020', ['a child of about 4']],
  ])('are younger than 18: born %s', (dateOfBirth, said) => {
    expect(words(person({ dateOfBirth }))).toEqual(said);
    expect(words(person({ dateOfBirth }, 'victim'))).toEqual(said);
  });

  it('are those expected too, who are taken as born on the day on which they were', () => {
    expect(words(person({ expectedOn: '2024-08-01' }))).toEqual(['an unborn child']);
    expect(words(person({ expectedOn: '2022-03-04' }))).toEqual(['a child of 2']);
    expect(words(person({ expectedOn: '2024-08-01', dateOfBirth: '2024-02-01' }))).toEqual(['a child under 1']);
  });

  it('are those of no recorded age who were named as a child, and no others', () => {
    expect(words(person())).toEqual(['a child whose age is not recorded']);
    expect(words(person({}, 'other'))).toEqual([]);
  });

  it('are never those who have died', () => {
    expect(
      words(person({ dateOfBirth: '2020-01-01' }, 'child', { type: deathRecorded, on: '2024-02-01', people: { '#1': 'child' } })),
    ).toEqual([]);
  });

  it('are each of one age, and of the ages that they may be of', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 8000 }), fc.nat(17), fc.nat(17), (days, one, other) => {
        const [least, most] = [Math.min(one, other), Math.max(one, other)];
        const [child] = childrenAmong([person({ dateOfBirth: addDays('2024-03-04', -days) })], '2024-03-04');
        if (child === undefined) return days >= 18 * 365;
        if (child.age === 'unborn') return days < 0 && !isAged(child, least, most);
        if (child.age === 'not-known') return false;
        return isAged(child, least, most) === (child.age.least >= least && child.age.most <= most);
      }),
    );
  });
});
