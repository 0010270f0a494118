// Loaded into a hub before anything else (node --require): once it listens, it writes down every route that its framework has,
// as `METHOD path` by lines, in the file that ROUTES_FILE names.
const { writeFileSync } = require('node:fs');
const http = require('node:http');

const routesIn = (application) =>
  application.router.stack.flatMap(({ route }) =>
    route === undefined ? [] : route.stack.map(({ method }) => `${(method ?? 'any').toUpperCase()} ${route.path}`),
  );

const { createServer } = http;
http.createServer = (...parameters) => {
  const server = createServer(...parameters);
  const application = parameters.find((each) => typeof each === 'function' && each.router !== undefined);
  if (application !== undefined && process.env.ROUTES_FILE !== undefined) {
    server.once('listening', () => writeFileSync(process.env.ROUTES_FILE, [...new Set(routesIn(application))].join('\n')));
  }
  return server;
};
