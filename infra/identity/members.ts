import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Fault } from '@throughline/kernel';

/** A file that the demo's identity provider reads is not as it should be. */
export class IdentityFileInvalid extends Fault {
  readonly retriable = false;
}

/** A system that gets tokens by its own credentials: an agency's, or one of those that the partnerships file names. */
export interface SystemClient {
  readonly id: string;
  readonly scopes: readonly string[];
}

/** A practitioner of the demo, who signs in by a click. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  /** An agency's code; none for an auditor, who belongs to a partnership's review panel, and for an operator. */
  readonly agency?: string;
  /** The code of the partnership that the person belongs to. */
  readonly partnership: string;
  /** The name of the agency, else of the partnership: under which the sign-in page lists the person. */
  readonly place: string;
  /** What the person may do there: practitioner, manager, privacy-lead, auditor or operator. */
  readonly role: string;
  /** How the person is called at work. */
  readonly title: string;
}

/** A member of a partnership, or (its own code) the partnership itself. */
export interface Place {
  readonly name: string;
  readonly partnership: string;
}

export interface Members {
  readonly clients: readonly SystemClient[];
  /** By their codes, in the file's order. */
  readonly agencies: ReadonlyMap<string, Place>;
  readonly partnerships: ReadonlyMap<string, Place>;
}

/** What every agency's own system may do; further scopes are named on the client in the partnerships file. */
export const AGENCY_SCOPES = ['records:publish', 'records:read'];

type Fields = Readonly<Record<string, unknown>>;

const readYaml = (path: string): unknown => {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new IdentityFileInvalid(`${path} cannot be read as YAML`, { cause });
  }
};

const listOf = (value: unknown, what: string): readonly Fields[] => {
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'object' || item === null))
    throw new IdentityFileInvalid(`${what} is not a list`);
  return value as readonly Fields[];
};

const textOf = (fields: Fields, name: string, what: string): string => {
  const value = fields[name];
  if (typeof value !== 'string' || value.trim() === '') throw new IdentityFileInvalid(`${what} has no ${name}`);
  return value;
};

const scopesOf = (fields: Fields): readonly string[] => {
  const { scopes } = fields;
  if (!Array.isArray(scopes) || scopes.some((scope) => typeof scope !== 'string'))
    throw new IdentityFileInvalid('a client has no list of scopes');
  return scopes as readonly string[];
};

const nameOf = (fields: Fields, code: string): string => (typeof fields.name === 'string' ? fields.name : code);

const agenciesOf = (partnership: Fields): [string, Place][] => {
  const code = textOf(partnership, 'code', 'a partnership');
  return listOf(partnership.agencies, 'agencies').map((agency) => {
    const agencyCode = textOf(agency, 'code', 'an agency');
    return [agencyCode, { name: nameOf(agency, agencyCode), partnership: code }];
  });
};

/** The clients, agencies and partnerships of a partnerships file. */
export const readMembers = (path: string): Members => {
  const file = (readYaml(path) ?? {}) as Fields;
  const partnerships = listOf(file.partnerships, 'partnerships');
  const agencies = new Map(partnerships.flatMap(agenciesOf));
  const named = listOf(file.clients ?? [], 'clients').map((client) => ({ id: textOf(client, 'id', 'a client'), scopes: scopesOf(client) }));
  return {
    clients: [...[...agencies.keys()].map((id) => ({ id, scopes: AGENCY_SCOPES })), ...named],
    agencies,
    partnerships: new Map(
      partnerships.map((fields) => {
        const code = textOf(fields, 'code', 'a partnership');
        return [code, { name: nameOf(fields, code), partnership: code }];
      }),
    ),
  };
};

const personOf = (fields: Fields, members: Members): DemoPerson | undefined => {
  const id = textOf(fields, 'id', 'a person');
  const what = `the person ${id}`;
  const [name, role] = [textOf(fields, 'name', what), textOf(fields, 'role', what)];
  const title = typeof fields.title === 'string' ? fields.title : role;
  const agency = fields.agency === undefined ? undefined : textOf(fields, 'agency', what);
  const place = agency === undefined ? members.partnerships.get(textOf(fields, 'partnership', what)) : members.agencies.get(agency);
  if (place === undefined) return undefined;
  return { id, name, role, title, partnership: place.partnership, place: place.name, ...(agency === undefined ? {} : { agency }) };
};

/** The people who can sign in: those of the file whose agency or partnership is one of the members'. */
export const readPeople = (path: string, members: Members): readonly DemoPerson[] => {
  const file = readYaml(path);
  const fields = listOf(Array.isArray(file) ? file : (file as Fields | null)?.people, 'the list of people');
  const ids = fields.map((person) => textOf(person, 'id', 'a person'));
  if (new Set(ids).size < ids.length) throw new IdentityFileInvalid('two people have the same id');
  return fields.map((person) => personOf(person, members)).filter((person) => person !== undefined);
};
