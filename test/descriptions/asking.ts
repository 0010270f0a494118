import fc from 'fast-check';

/** One parameter of an operation, as the served description has it. */
interface Parameter {
  readonly name: string;
  readonly in: 'query' | 'path' | 'header';
  readonly schema: { readonly enum?: readonly string[]; readonly items?: { readonly enum?: readonly string[] } };
  readonly example?: string;
}

type Content = Readonly<Record<string, { readonly schema: unknown; readonly example?: unknown }>>;

export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly $ref?: string; readonly content?: Content }>>;
}

export interface Asked {
  readonly client: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Values by the name of the parameter that fit it, so that not every answer is a refusal. */
export type Fitting = Readonly<Record<string, readonly string[]>>;

const CLIENTS = ['housing', 'police', 'idva', 'auditor', 'operator', 'nobody'] as const;

const odd = fc.oneof(
  fc.constantFrom(
    '',
    '0',
    '-1',
    '201',
    '1e3',
    'true',
    'null',
    '2024-02-30',
    '2024-03-04',
    '%',
    '%00',
    '\0',
    '[sealed]',
    '../..',
    "' OR 1=1 --",
    '🙂',
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({ maxLength: 60 }),
);

const valueOf = ({ name, schema, example }: Parameter, fitting: Fitting): fc.Arbitrary<string> => {
  const fits = [
    ...(fitting[name] ?? []),
    ...(schema.enum ?? []),
    ...(schema.items?.enum ?? []),
    ...(example === undefined ? [] : [example]),
  ];
  return fits.length === 0 ? odd : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...fits) }, { weight: 1, arbitrary: odd });
};

/** A value with one thing in it taken away, put in, or replaced. */
const changed = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== 'object' || value === null) return fc.jsonValue({ maxDepth: 2 });
  const names = Object.keys(value);
  if (names.length === 0) return fc.jsonValue({ maxDepth: 2 });
  return fc.constantFrom(...names).chain((name) => {
    const own: unknown = Reflect.get(value, name);
    const copyWith = (each: unknown): unknown =>
      Array.isArray(value) ? value.map((old: unknown, place) => (String(place) === name ? each : old)) : { ...value, [name]: each };
    return fc.oneof(
      fc.constant(Object.fromEntries(Object.entries(value).filter(([other]) => other !== name))),
      changed(own).map(copyWith),
      fc.jsonValue({ maxDepth: 2 }).map(copyWith),
      fc.constant({ ...value, unheardOf: 1 }),
    );
  });
};

const bodyOf = (content: Content, examples: readonly unknown[]): fc.Arbitrary<{ readonly type: string; readonly text: string }> =>
  fc.constantFrom(...Object.entries(content)).chain(([declared, { example }]) => {
    const type = fc.oneof(
      { weight: 8, arbitrary: fc.constant(declared) },
      { weight: 1, arbitrary: fc.constantFrom('text/plain', 'application/xml', 'x') },
    );
    const whole = declared.includes('cloudevents')
      ? fc.constantFrom(...examples).map((each) => (declared.includes('batch') ? [each] : each))
      : fc.constant(example ?? {});
    const text = fc.oneof(
      { weight: 3, arbitrary: whole.map((value) => JSON.stringify(value)) },
      { weight: 5, arbitrary: whole.chain(changed).map((value) => JSON.stringify(value)) },
      { weight: 1, arbitrary: fc.json() },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
    );
    return fc.record({ type, text });
  });

const written = (name: string, value: string): string => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;

/** Lone surrogates have no percent-encoding: nobody can send them in an address. */
const sendable = (text: string): string => text.replaceAll(/\p{Cs}/gu, '');

/** Requests of an operation, good ones and bad ones, by anybody. */
export const askedOf = (path: string, operation: Operation, fitting: Fitting, examples: readonly unknown[]): fc.Arbitrary<Asked> => {
  const parameters = operation.parameters ?? [];
  const values = fc.tuple(
    ...parameters.map((parameter) => fc.option(valueOf(parameter, fitting), { nil: undefined, freq: parameter.in === 'path' ? 100 : 2 })),
  );
  const content = operation.requestBody?.content;
  return fc
    .record({
      client: fc.constantFrom(...CLIENTS),
      values,
      body: content === undefined ? fc.constant(undefined) : fc.option(bodyOf(content, examples), { nil: undefined, freq: 12 }),
    })
    .map(({ client, values: given, body }) => {
      let asked = path;
      const query: string[] = [];
      const headers: Record<string, string> = {};
      parameters.forEach((parameter, place) => {
        const value = given[place];
        if (parameter.in === 'path')
          asked = asked.replace(
            `{${parameter.name}}`,
            encodeURIComponent(sendable(value === undefined || value === '' || /^\.+$/.test(value) ? 'p-1' : value)),
          );
        else if (value === undefined) return;
        else if (parameter.in === 'query') query.push(written(parameter.name, sendable(value)));
        else if (/^[!-~]([ -~]*[!-~])?$/.test(value)) headers[parameter.name] = value;
      });
      if (body !== undefined) headers['content-type'] = body.type;
      return { client, path: `${asked}${query.length > 0 ? `?${query.join('&')}` : ''}`, headers, body: body?.text };
    });
};
