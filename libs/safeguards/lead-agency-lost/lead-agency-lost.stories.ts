import { acknowledgedBy, closed, deathOf, ended, nomination, opened, retracted, started, story } from '../engine/testing';

const told = () => story('lead-agency-lost');
const around = [
  opened('2024-01-08', 'haven', 'specialist-da'),
  opened('2024-01-09', 'csc', 'childrens-social-care'),
  started('2024-01-10', 'gp', 'general-practice'),
  nomination('2024-01-15', 'idva', 'haven'),
] as const;
const left = closed('2024-03-04', 'haven');

describe('When the agency that leads ends its work', () => {
  it('MARAC and the others have two working days to nominate another', () => {
    told()
      .given(...around)
      .when(left)
      .thenRaises(
        { to: 'marac', class: 'act', due: '2024-03-06T10:00', evidence: [left, around[3]] },
        { to: 'csc', due: '2024-03-06T10:00' },
        { to: 'gp', due: '2024-03-06T10:00' },
      );
  });

  it('an involvement that ends counts alike', () => {
    told()
      .given(around[1], started('2024-01-08', 'gp', 'general-practice'), nomination('2024-01-15', 'idva', 'gp'))
      .when(ended('2024-03-04', 'gp', 'general-practice'))
      .thenRaises({ to: 'marac' }, { to: 'csc' });
  });

  it.each([
    ['another agency ends', around, closed('2024-03-04', 'csc')],
    ['nobody else is involved', [around[0], around[3]], left],
    ['nobody was nominated', around.slice(0, 3), left],
    ['another agency has taken the lead since', [...around, nomination('2024-02-01', 'haven', 'csc')], left],
    ['it goes on with other work', [...around, started('2024-02-01', 'haven', 'refuge')], left],
    ['it left more than 90 days before it was recorded', around, closed('2024-03-04', 'haven', { recorded: '2024-06-03' })],
  ] as const)('is silent where %s', (_what, given, record) => {
    told()
      .given(...given)
      .when(record)
      .thenNothing();
  });

  it('speaks when the last of its work ends', () => {
    told()
      .given(...around, started('2024-02-01', 'haven', 'refuge'), left)
      .when(ended('2024-03-05', 'haven', 'refuge'))
      .thenRaises({ to: 'marac' }, { to: 'csc' }, { to: 'gp' });
  });

  it('does not go back to whoever led before', () => {
    told()
      .given(around[0], around[1], around[2], nomination('2024-01-10', 'idva', 'csc'), around[3])
      .when(left)
      .thenRaises({ to: 'marac' }, { to: 'csc' }, { to: 'gp' });
  });
});

describe('It is answered', () => {
  it('by a nomination, not by one about somebody else, by opening another case, or by acknowledging', () => {
    const next = nomination('2024-03-06', 'csc', 'csc');
    told()
      .given(...around, left)
      .when(
        nomination('2024-03-05', 'csc', 'csc', { people: ['neighbour'] }),
        opened('2024-03-05', 'asc', 'adult-social-care'),
        acknowledgedBy('gp'),
      )
      .thenClosesNothing()
      .when(next)
      .thenCloses(next, 'marac', 'csc', 'gp');
  });

  it('or goes with the closure, or with the person’s death', () => {
    told()
      .given(...around, left)
      .when(retracted(left, '2024-03-05'))
      .thenSupersedes('marac', 'csc', 'gp')
      .thenNothing();
    const died = deathOf('2024-03-05', 'mother');
    told()
      .given(...around, left)
      .when(died)
      .thenCloses(died, 'marac', 'csc', 'gp');
  });
});

describe('It is not answered', () => {
  it('by another nomination of before that comes in after it', () => {
    told()
      .given(...around, left)
      .when(nomination('2024-01-20', 'csc', 'haven', { recorded: '2024-03-05' }))
      .thenClosesNothing();
  });
});
