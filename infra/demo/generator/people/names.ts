import type { Chance } from '../chance';

/** Where a family's names come from, and what often goes with it: an English city has many of these. */
export interface Origin {
  readonly female: readonly [string, ...string[]];
  readonly male: readonly [string, ...string[]];
  readonly family: readonly [string, ...string[]];
  readonly ethnicity: 'W1' | 'W2' | 'W9' | 'M1' | 'A1' | 'A2' | 'A3' | 'A4' | 'A9' | 'B1' | 'B2' | 'O2' | 'O9';
  readonly language: string;
  readonly religions: readonly [string, ...string[]];
  /** How often a family of this origin is met, beside the others. */
  readonly weight: number;
}

/** Names divided by blanks; `_` is a blank within a name. */
const names = (text: string): [string, ...string[]] => {
  const [first = '', ...others] = text.split(/\s+/).map((name) => name.replaceAll('_', ' '));
  return [first, ...others];
};

const ORIGINS: readonly [Origin, ...Origin[]] = [
  {
    female: names(
      'Olivia Amelia Emily Charlotte Sophie Gemma Kelly Stacey Rebecca Elizabeth Katherine Victoria Natalie Michelle Joanne Donna',
    ),
    male: names('Jack Thomas Daniel Christopher Matthew Lee Craig Darren Michael Andrew Robert Anthony Jamie Kyle Stephen Benjamin'),
    family: names(
      'Smith Taylor Hobbs Marsden Crookes Staniforth Barraclough Hinchliffe Oxley Beighton Wragg Dungworth Booth Siddall Ellin Shaw-Wright Turner-Hall',
    ),
    ethnicity: 'W1',
    language: 'en',
    religions: ['none', 'christian'],
    weight: 52,
  },
  {
    female: names('Siobhan Niamh Aoife Roisin Grainne Sinead Bridget'),
    male: names('Sean Liam Padraig Declan Ciaran Eoin Brendan'),
    family: names("O'Connor O'Brien McCarthy Ni_Bhriain Fitzgerald O'Shea Keogh D'Arcy"),
    ethnicity: 'W2',
    language: 'en',
    religions: ['christian', 'none'],
    weight: 4,
  },
  {
    female: names('Agnieszka Magdalena Katarzyna Małgorzata Joanna Zofia Elżbieta'),
    male: names('Piotr Krzysztof Tomasz Paweł Łukasz Grzegorz Michał'),
    family: names('Kowalczyk Wiśniewska Wójcik Zieliński Szymańska Dąbrowska Nowak-Lis'),
    ethnicity: 'W9',
    language: 'pl',
    religions: ['christian', 'none'],
    weight: 5,
  },
  {
    female: names('Ioana Andreea Alina Nicoleta Gabriela Florentina'),
    male: names('Ionuţ Marius Cătălin Vasile Bogdan Ştefan'),
    family: names('Ionescu Dumitru Stan Gheorghe Munteanu Lăcătuş'),
    ethnicity: 'W9',
    language: 'ro',
    religions: ['christian'],
    weight: 4,
  },
  {
    female: names('Ayesha Fatima Zainab Khadija Sumaira Noreen Rukhsana Shabana'),
    male: names('Mohammed Yusuf Imran Hussain Tariq Bilal Ahmed Nadeem'),
    family: names('Khan Hussain Mahmood Akhtar Chaudhry Iqbal Mirza Shah Begum'),
    ethnicity: 'A2',
    language: 'ur',
    religions: ['muslim'],
    weight: 9,
  },
  {
    female: names('Nasreen Shirin Taslima Rehana Salma Jahanara'),
    male: names('Abdul Kamal Faruk Shahid Rashed Mizanur'),
    family: names('Uddin Miah Chowdhury Khatun Islam Sarker Bibi'),
    ethnicity: 'A3',
    language: 'bn',
    religions: ['muslim'],
    weight: 3,
  },
  {
    female: names('Priya Anjali Kavita Harpreet Simran Manjit Deepa'),
    male: names('Rajesh Sanjay Gurpreet Amit Jaswinder Vikram Harjit'),
    family: names("Patel Sharma Kaur Singh D'Souza Gill Bains Reddy"),
    ethnicity: 'A1',
    language: 'pa',
    religions: ['sikh', 'hindu', 'christian'],
    weight: 5,
  },
  {
    female: names('Hodan Amina Ifrah Sahra Fadumo Ubax'),
    male: names('Abdirahman Mahad Liban Cabdi Guled Hassan'),
    family: names('Warsame Abdi Mohamud Jama Farah Hersi Nur'),
    ethnicity: 'B2',
    language: 'so',
    religions: ['muslim'],
    weight: 4,
  },
  {
    female: names('Ngozi Temitope Folasade Abena Chiamaka Yewande'),
    male: names('Emeka Olumide Kwame Chinedu Babatunde Kofi'),
    family: names('Okonkwo Balogun Mensah Osei-Bonsu Nwachukwu Afolabi Boateng'),
    ethnicity: 'B2',
    language: 'en',
    religions: ['christian', 'muslim'],
    weight: 4,
  },
  {
    female: names('Shanice Marcia Yvonne Chantelle Delroya Sonia'),
    male: names('Delroy Winston Leroy Marlon Dwayne Errol'),
    family: names('Campbell Grant Francis Reid-Thompson Gayle Blake'),
    ethnicity: 'B1',
    language: 'en',
    religions: ['christian', 'none'],
    weight: 3,
  },
  {
    female: names('Layla Nour Hanan Rania Zahra Maryam'),
    male: names('Ali Omar Khaled Mustafa Hamza Saif'),
    family: names('Al-Hassan Al-Sayed Haddad Nasser Abu-Bakr Mansour Ibrahim'),
    ethnicity: 'O2',
    language: 'ar',
    religions: ['muslim'],
    weight: 3,
  },
  {
    female: names('Shilan Hêvî Rojîn Tara Bahar Parisa'),
    male: names('Rebwar Azad Dilan Karwan Farhad Reza'),
    family: names('Kareem Rasul Hosseini Karimi Barzani Salih'),
    ethnicity: 'O9',
    language: 'ku',
    religions: ['muslim', 'none'],
    weight: 2,
  },
  {
    female: names('Mei Xiu_Ying Thi_Lan Jing Linh Wai_Ling'),
    male: names('Wei Jian Van_Minh Chun Duc Ka_Ho'),
    family: names('Chen Wong Nguyen Zhang Tran Lam'),
    ethnicity: 'A4',
    language: 'zh',
    religions: ['none', 'buddhist'],
    weight: 2,
  },
];

const WHOLE = ORIGINS.reduce((sum, { weight }) => sum + weight, 0);

export const originOf = (chance: Chance): Origin => {
  let left = chance.next() * WHOLE;
  return ORIGINS.find(({ weight }) => (left -= weight) < 0) ?? ORIGINS[0];
};
