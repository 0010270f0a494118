import type { JsonSchema } from '@throughline/records';
import { json, path, type Route } from '../route';
import { list, ref, shape, text, yesNo } from '../schema';

/** One line of the catalogue's list. */
export interface CatalogueLine {
  readonly type: string;
  readonly summary: string;
  /** The address of its JSON Schema. */
  readonly link: string;
  /** The hub writes it itself: nobody else may publish it. */
  readonly byTheHub: boolean;
}

export const describingSchemas: Readonly<Record<string, JsonSchema>> = {
  CatalogueLine: shape<CatalogueLine>({
    type: text(),
    summary: text('What it says, in plain words.'),
    link: text('Its JSON Schema.', { format: 'uri-reference' }),
    byTheHub: yesNo('Written by the hub itself: nobody else may publish it.'),
  }),
};

const document = (description: string): Route['answers'] => ({ 200: json(description, { type: 'object' }) });

export const describingRoutes: readonly Route[] = [
  {
    method: 'get',
    path: '/v1/catalogue',
    id: 'listCatalogue',
    group: 'Describing',
    summary: 'Every type of record',
    for: 'anybody',
    answers: { 200: json('Each type.', shape<{ items: unknown }>({ items: list(ref('CatalogueLine')) })) },
  },
  {
    method: 'get',
    path: '/v1/catalogue/throughline-records.d.ts',
    id: 'typeDeclarations',
    group: 'Describing',
    summary: 'TypeScript declarations of every record that can be published',
    for: 'anybody',
    answers: { 200: { description: 'A declaration file.', content: { 'text/plain': { schema: { type: 'string' } } } } },
  },
  {
    method: 'get',
    path: '/v1/catalogue/{type}',
    id: 'showType',
    group: 'Describing',
    summary: 'The JSON Schema of a whole record of one type',
    for: 'anybody',
    parameters: [path('type', "The type's whole or short name.", 'housing.tenancy-started')],
    answers: {
      200: {
        description: 'JSON Schema 2020-12, with an example.',
        content: { 'application/schema+json': { schema: { type: 'object', required: ['$schema', '$id', 'title', 'properties'] } } },
      },
    },
    problems: [400, 404],
  },
  {
    method: 'get',
    path: '/openapi.json',
    id: 'openapi',
    group: 'Describing',
    summary: 'This description',
    for: 'anybody',
    answers: document('OpenAPI 3.1.'),
  },
  {
    method: 'get',
    path: '/asyncapi.json',
    id: 'asyncapi',
    group: 'Describing',
    summary: 'The description of the Kafka topics',
    for: 'anybody',
    answers: document('AsyncAPI 3.0.'),
  },
];
