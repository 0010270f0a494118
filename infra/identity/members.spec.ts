import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IdentityFileInvalid, type Members, readMembers, readPeople } from './members';

describe('the files of the demo’s identity provider', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-spec-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (text: string): string => {
    const path = join(folder, 'file.yaml');
    writeFileSync(path, text);
    return path;
  };
  const members: Members = {
    clients: [],
    agencies: new Map([['police', { name: 'Police', partnership: 'northgate' }]]),
    partnerships: new Map([['northgate', { name: 'Northgate', partnership: 'northgate' }]]),
  };

  it('makes every agency of the partnerships that the design gives a client', () => {
    const { clients, agencies } = readMembers(join(__dirname, '../../../shared/data/partnerships.yaml'));
    expect(agencies.get('haven')).toEqual({ name: "Haven Women's Aid", partnership: 'northgate' });
    expect(clients).toContainEqual({ id: 'riverside-idva', scopes: ['records:publish', 'records:read'] });
    expect(clients).toContainEqual({ id: 'operator', scopes: ['records:import', 'audit:read', 'operate'] });
    expect(clients).toHaveLength(27);
  });

  it.each([
    ['a person without a name', '- { id: a, agency: police, role: manager }'],
    ['a person without a role', '- { id: a, name: A, agency: police }'],
    ['two people of one id', '- &p { id: a, name: A, agency: police, role: manager }\n- *p'],
    ['something that is not a list', 'people'],
    ['something that is not YAML', '- { id: '],
  ])('refuses %s', (_what, text) => expect(() => readPeople(file(text), members)).toThrow(IdentityFileInvalid));

  it('calls a person without a title by the role', () => {
    expect(readPeople(file('- { id: a, name: A, agency: police, role: manager }'), members)).toEqual([
      { id: 'a', name: 'A', agency: 'police', partnership: 'northgate', place: 'Police', role: 'manager', title: 'manager' },
    ]);
  });

  it('lists an auditor, who belongs to no agency, under the partnership', () => {
    expect(readPeople(file('people: [{ id: a, name: A, partnership: northgate, role: auditor, title: Chair }]'), members)).toEqual([
      { id: 'a', name: 'A', partnership: 'northgate', place: 'Northgate', role: 'auditor', title: 'Chair' },
    ]);
  });

  it('leaves out people of agencies and partnerships that are no members', () => {
    const people = '- { id: a, name: A, agency: gp, role: manager }\n- { id: b, name: B, partnership: riverside, role: auditor }';
    expect(readPeople(file(people), members)).toEqual([]);
  });
});
