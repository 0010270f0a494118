import { corrected, death, decision, ended, held, referral, retracted, started, story } from '../engine/testing';
import type { PersonDetails } from '@throughline/records';

const told = () => story('details-disagree');
const whole = { ethnicity: 'W1', religion: 'none', firstLanguage: 'en' } as const satisfies PersonDetails;
const named = (when: string, by: string, details: PersonDetails = {}, more: object = {}) =>
  held(when, by, { people: [{ name: 'mother', details: { ...whole, ...details } }], ...more });
const ours = named('2024-03-04', 'gp');
const misspelt = named('2024-03-05', 'police', { given: 'Anne' });

describe('When two agencies hold different details of one person', () => {
  it('both are asked which is right, and nobody else', () => {
    told()
      .given(ours)
      .when(misspelt)
      .thenRaises(
        {
          to: 'gp',
          class: 'tidy',
          due: '2024-03-12T10:00',
          about: 'mother',
          says: '(name) between gp, police',
          evidence: [misspelt, ours],
        },
        { to: 'police', saysNothingOf: 'Anne' },
      );
  });

  it.each([
    ['name', { family: 'Reid' }],
    ['date of birth', { dateOfBirth: '1988-12-04' }],
    ['sex', { sex: 'male' }],
  ] as const)('a different %s is one', (field, details) => {
    told()
      .given(named('2024-03-04', 'gp', { sex: 'female' }))
      .when(named('2024-03-05', 'police', details))
      .thenRaises({ to: 'gp', says: field }, { to: 'police' });
  });

  it('is to be acted on for the name or the birth of somebody whom an agency works with, not for the sex', () => {
    const working = started('2024-03-01', 'csc', 'childrens-social-care', { people: [{ name: 'mother', details: whole }] });
    told().given(working).when(misspelt).thenRaises({ to: 'csc', class: 'act' }, { to: 'police', class: 'act' });
    told()
      .given(started('2024-03-01', 'csc', 'childrens-social-care', { people: [{ name: 'mother', details: { ...whole, sex: 'female' } }] }))
      .when(named('2024-03-05', 'police', { sex: 'male' }))
      .thenRaises({ to: 'csc', class: 'tidy' }, { to: 'police', class: 'tidy' });
    told()
      .given(working, ended('2024-03-02', 'csc', 'childrens-social-care'))
      .when(misspelt)
      .thenRaises({ to: 'csc', class: 'tidy' }, { to: 'police', class: 'tidy' });
  });

  it('stays silent where they agree: a year agrees with every date in it, and what nobody says differs from nothing', () => {
    told().given(ours).when(named('2024-03-05', 'police')).thenNothing();
    told()
      .given(ours)
      .when(named('2024-03-05', 'police', { dateOfBirth: '1988' }))
      .thenNothing();
    told()
      .given(named('2024-03-04', 'gp', { sex: 'not-known' }))
      .when(named('2024-03-05', 'police', { sex: 'female' }))
      .thenNothing();
  });

  it.each([
    ['O’Neill', "O'NEILL", 'Oneill'],
    ['Zoë', 'Zoe', 'ZOE'],
    ['Mary-Ann', 'Mary Ann', 'MaryAnn'],
    ['Michał', 'Michal', 'MICHAŁ'],
  ])('stays silent where a system has no accents, apostrophes or hyphens: %s, %s, %s', (one, other, third) => {
    told()
      .given(named('2024-03-04', 'gp', { given: one }), named('2024-03-05', 'police', { given: other }))
      .when(named('2024-03-06', 'csc', { given: third }))
      .thenNothing()
      .when(named('2024-03-07', 'csc', { given: `${third}e` }))
      .thenRaises({ to: 'csc' }, { to: 'gp' }, { to: 'police' });
  });

  it('stays silent where an agency knows the other’s name as another of hers', () => {
    const known = named('2024-03-04', 'gp', { otherNames: ['Anna Smith'] });
    told()
      .given(known)
      .when(named('2024-03-05', 'police', { family: 'Smith' }))
      .thenNothing();
    told()
      .given(named('2024-03-04', 'police', { family: 'Smith' }))
      .when({ ...known, recorded: known.recorded + 86_400_000 })
      .thenNothing();
    told()
      .given(known)
      .when(named('2024-03-05', 'police', { family: 'Smyth' }))
      .thenRaises({ to: 'gp' }, { to: 'police' });
  });

  it('stays silent where one agency changes its own mind', () => {
    told()
      .given(named('2024-03-04', 'police', { given: 'Anna' }))
      .when(misspelt)
      .thenNothing();
  });

  it('a third agency is told with those from whom it differs, once each', () => {
    told()
      .given(ours, misspelt)
      .when(named('2024-03-06', 'csc'))
      .thenRaises({ to: 'csc', says: 'csc, police' })
      .when(named('2024-03-07', 'csc'))
      .thenNothing();
  });

  it('speaks however late it is recorded', () => {
    told()
      .given(ours)
      .when(named('2023-03-05', 'police', { given: 'Anne' }, { recorded: '2024-03-05' }))
      .thenRaises({ to: 'gp' }, { to: 'police' });
  });
});

describe('It is answered', () => {
  it('by details that agree', () => {
    const right = named('2024-03-06', 'police');
    told().given(ours, misspelt).when(right).thenCloses(right, 'gp', 'police').when(named('2024-03-07', 'csc')).thenNothing();
  });

  it('for each agency when it no longer differs from anybody', () => {
    const better = named('2024-03-07', 'police', { dateOfBirth: '1988-04-12' });
    told()
      .given(
        named('2024-03-04', 'gp', { dateOfBirth: '1988' }),
        named('2024-03-05', 'csc', { dateOfBirth: '1988-05-05' }),
        named('2024-03-06', 'police', { dateOfBirth: '1989-01-01' }),
      )
      .when(better)
      .thenCloses(better, 'gp')
      .thenOpenWith('csc', 'police');
  });

  it('not by different details still', () => {
    told()
      .given(ours, misspelt)
      .when(named('2024-03-06', 'police', { given: 'Ann' }))
      .thenClosesNothing();
  });

  it('by a correction of either record, or a retraction', () => {
    const right = {
      people: [
        {
          ref: 'gp:mother',
          role: 'victim',
          details: { given: 'Anne', family: 'Reed', dateOfBirth: '1988-04-12', nhsNumber: '9991000097', ...whole },
        },
      ],
    };
    told()
      .given(ours, misspelt)
      .when(corrected(ours, '2024-03-06', right))
      .thenSupersedes('gp', 'police')
      .thenNothing();
    told().given(ours, misspelt).when(retracted(misspelt, '2024-03-06')).thenSupersedes('gp', 'police').thenNothing();
  });
});

describe('When nobody has recorded ethnicity, religion or language', () => {
  const bare = held('2024-03-04', 'police');
  const working = started('2024-03-05', 'csc', 'childrens-social-care');

  it('after five working days those who work with the person are asked to', () => {
    told().given(bare, working).after('2024-03-11T09:59').thenNothing().after('2024-03-11T10:00').thenRaises({
      to: 'csc',
      class: 'tidy',
      raised: '2024-03-11T10:00',
      due: '2024-03-18T10:00',
      says: 'ethnicity, religion and first language',
    });
  });

  it('nobody is, where nobody works with them', () => {
    told().given(bare).after('2024-04-01').thenNothing();
  });

  it('stays silent where each is there, from whomever', () => {
    told().given(bare, working, named('2024-03-06', 'gp')).after('2024-04-01').thenNothing();
    const part = held('2024-03-06', 'gp', { people: [{ name: 'mother', details: { ethnicity: 'W1', religion: 'none' } }] });
    told().given(bare, working, part).after('2024-04-01').thenRaises({ to: 'csc' });
  });

  it('asks neither of a person posing risk, nor of the unborn, nor of the dead', () => {
    told()
      .given(
        held('2024-03-04', 'police', { people: ['ex-partner'] }),
        started('2024-03-05', 'csc', 'childrens-social-care', { people: ['ex-partner'] }),
      )
      .after('2024-04-01')
      .thenNothing();
    told()
      .given(bare, working, death('2024-03-06', { manner: 'natural' }))
      .after('2024-04-01')
      .thenNothing();
  });

  it('asks nothing under a reference that only stands for somebody known', () => {
    const referred = referral('2024-03-04', 'childrens-social-care', { people: [{ name: 'mother', details: whole }] });
    told()
      .given(
        referred,
        decision('2024-03-05', 'csc', { referralId: 'police-childrens-social-care', people: [{ name: 'mother', details: 'none' }] }),
      )
      .after('2024-04-01')
      .thenNothing();
  });

  it('closes when they are recorded, or with the death of the person', () => {
    const asked = named('2024-03-12', 'csc');
    told().given(bare, working).after('2024-03-11T10:00').when(asked).thenCloses(asked, 'csc');
    const died = death('2024-03-12', { manner: 'natural' });
    told().given(bare, working).after('2024-03-11T10:00').when(died).thenCloses(died, 'csc');
  });
});
