import { asyncApi } from './asyncapi/asyncapi';
import { describedTypes } from './catalogue/described-types';
import { eventSchemaDocument } from './catalogue/event-schema';
import { typeDeclarations } from './catalogue/type-declarations';
import { openApi } from './openapi/openapi';

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** What is committed under `infra/descriptions/made`, so that a change of the outer surface is seen where it is reviewed: text by path. */
export const committed = (): Readonly<Record<string, string>> => ({
  'openapi.json': json(openApi()),
  'asyncapi.json': json(asyncApi()),
  'throughline-records.d.ts': typeDeclarations(),
  ...Object.fromEntries(describedTypes.map((described) => [`catalogue/${described.type}.json`, json(eventSchemaDocument(described))])),
});
