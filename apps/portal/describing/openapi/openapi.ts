import { problemAnswers, problemSchemas, problemsInWords, problemStatuses } from './problems';
import { dataSchemas, recordSchemas } from './record-schemas';
import type { Answer, Parameter, Route } from './route';
import { alertRoutes, alertSchemas } from './routes/alerts';
import { channelRoutes, channelSchemas } from './routes/channels';
import { describingRoutes, describingSchemas } from './routes/describing';
import { exportRoutes, exportSchemas } from './routes/exports';
import { operatingRoutes, operatingSchemas } from './routes/operating';
import { peopleRoutes, peopleSchemas } from './routes/people';
import { publishingRoutes, publishingSchemas } from './routes/publishing';

/** Every call of the outer surface. The portal's pages are for people and are not among them. */
export const routes: readonly Route[] = [
  ...publishingRoutes,
  ...peopleRoutes,
  ...alertRoutes,
  ...exportRoutes,
  ...channelRoutes,
  ...describingRoutes,
  ...operatingRoutes,
];

const SECURED = (scopes: readonly string[]): readonly object[] => [{ clientCredentials: scopes }];

const parameterOf = ({ required = false, ...parameter }: Parameter): object => ({ ...parameter, required });

const answersOf = (route: Route): Readonly<Record<string, object>> => {
  const problems = problemStatuses(route)
    .filter((status) => !(status in route.answers))
    .map((status): [string, object] => {
      const name = problemsInWords[status]?.title.replaceAll(' ', '') ?? '';
      return [String(status), { $ref: `#/components/responses/${name}` }];
    });
  return { ...(route.answers as Readonly<Record<string, Answer>>), ...Object.fromEntries(problems) };
};

const operationOf = (route: Route): object => ({
  operationId: route.id,
  tags: [route.group],
  summary: route.summary,
  ...(route.description === undefined ? {} : { description: route.description }),
  ...(route.parameters === undefined ? {} : { parameters: route.parameters.map(parameterOf) }),
  ...(route.body === undefined ? {} : { requestBody: route.body }),
  security: route.for === 'anybody' ? [] : SECURED(route.for === 'signed-in' ? [] : [route.for].flat()),
  responses: answersOf(route),
});

const pathsOf = (all: readonly Route[]): Readonly<Record<string, object>> => {
  const paths = new Map<string, Record<string, object>>();
  for (const route of all) {
    const item = paths.get(route.path) ?? {};
    paths.set(route.path, item);
    item[route.method] = operationOf(route);
  }
  return Object.fromEntries(paths);
};

/**
 * The whole outer surface over HTTP, OpenAPI 3.1.
 * @param tokenUrl where systems get their tokens; on the embedded default below the hub's own address
 */
export const openApi = (tokenUrl = '/idp/token'): Readonly<Record<string, unknown>> => ({
  openapi: '3.1.0',
  info: {
    title: 'Throughline',
    version: '1.0.0',
    summary: 'The hub through which the agencies around a family share what they know about domestic abuse.',
    description: 'Agencies publish records and read what they may. /docs leads from nothing to a first accepted record.',
    license: { name: 'MIT', identifier: 'MIT' },
  },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
  servers: [{ url: '/' }],
  tags: ['Publishing', 'Reading', 'Alerts', 'Exporting', 'Channels', 'Audit', 'Describing', 'Operating', 'Running'].map((name) => ({
    name,
  })),
  paths: pathsOf(routes),
  components: {
    securitySchemes: {
      clientCredentials: {
        type: 'oauth2',
        description: 'A system signs in with the code of its agency as client id. Its token is a bearer token for an hour or more.',
        flows: {
          clientCredentials: {
            tokenUrl,
            scopes: {
              'records:import': 'Back-load history for any agency, with its own recordedtime.',
              'audit:read': 'Read everything but sealed locations, and who read what.',
              operate: 'Run the hub.',
            },
          },
        },
      },
    },
    responses: problemAnswers,
    schemas: {
      ...problemSchemas,
      ...publishingSchemas,
      ...peopleSchemas,
      ...alertSchemas,
      ...exportSchemas,
      ...channelSchemas,
      ...describingSchemas,
      ...operatingSchemas,
      ...dataSchemas,
      ...recordSchemas,
    },
  },
});
